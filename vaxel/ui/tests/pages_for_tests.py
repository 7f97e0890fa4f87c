"""Addresses that only the tests have: refusals, a breakdown, a form that saves itself."""

from django import forms
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


def form(request):
    if request.method == "POST":
        SAVED.append(request.POST.dict())
        return HttpResponse("tagit emot")
    return render(request, "ui/tests/form.html", {"form": Note(), "text": "Hej"})


urlpatterns = [
    path("prov/nej/", refuse),
    path("prov/pang/", breakdown),
    path("prov/form/", form),
    path("", include("vaxel.site.urls")),
]
