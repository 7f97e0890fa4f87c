"""Addresses that only the tests have: refusals, a breakdown, a form that saves itself."""

import psycopg
from django import forms
from django.db import OperationalError
from django.db.transaction import TransactionManagementError
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import include, path

from vaxel.ui.faults import handler400, handler403, handler404, handler500  # noqa: F401
from vaxel.ui.refusal import Refusal

SAVED: list[dict] = []


class Note(forms.Form):
    text = forms.CharField(label="Text", widget=forms.Textarea)


def refuse(request):
    raise Refusal(
        "Svarstiden gick ut den 31 januari. Be avsändaren förlänga den.", status=int(request.GET.get("status", 422))
    )


def breakdown(request):
    raise RuntimeError("a fault of ours")


def outage(request):
    """As Django says it when PostgreSQL has gone away in the middle of a page."""
    gone = OperationalError("server closed the connection unexpectedly")
    gone.__cause__ = psycopg.OperationalError("gone")
    raise TransactionManagementError("the transaction cannot go on") from gone


def form(request):
    if request.method == "POST":
        SAVED.append(request.POST.dict())
        return HttpResponse("tagit emot")
    return render(request, "ui/tests/form.html", {"form": Note(), "text": "Hej"})


urlpatterns = [
    path("prov/nej/", refuse),
    path("prov/pang/", breakdown),
    path("prov/avbrott/", outage),
    path("prov/form/", form),
    path("", include("vaxel.site.urls")),
]
