"""What can be done with one mandate: end it, take that back, fill a vacant one, invite who holds it."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.commands.correcting import correct_person
from vaxel.network.commands.inviting import invite_person
from vaxel.network.commands.mandates import create_person, end_mandate, fill_vacancy
from vaxel.network.commands.reopening import reopen_mandate
from vaxel.network.models import Mandate
from vaxel.network.pages.appoint.form import Holder
from vaxel.network.pages.appoint.page import welcome
from vaxel.network.pages.mandate.form import Correct, End
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.permissions import MANAGES_MANDATE
from vaxel.network.queries.asof import at
from vaxel.network.wording import role_name
from vaxel.ui.refusal import Refusal


@access(MANAGES_MANDATE)
def end(request, mandate_id):
    mandate = _mandate(mandate_id)
    form = End(request.POST if request.method == "POST" else None)
    if mandate.person is None:
        del form.fields["leaves_vacant"]
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            end_mandate(
                mandate,
                by=request.actor,
                day=form.cleaned_data["day"],
                leaves_vacant=form.cleaned_data.get("leaves_vacant", False),
            )
            messages.success(request, _("Uppdraget är avslutat. Det går att ångra här nedanför."))
            return redirect("manage_body", mandate.body_id)
    return _page(request, "end.html", mandate, form)


@require_POST
@access(MANAGES_MANDATE)
def reopen(request, mandate_id):
    mandate = _mandate(mandate_id)
    reopen_mandate(mandate, by=request.actor)
    messages.success(request, _("%(name)s har kvar uppdraget.") % {"name": mandate.person.name})
    return redirect("manage_body", mandate.body_id)


@access(MANAGES_MANDATE)
def fill(request, mandate_id):
    mandate = _mandate(mandate_id)
    form = Holder(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with refused_in(form), transaction.atomic():
            person = create_person(data["name"], data["email"], by=request.actor, phone=data["phone"])
            fill_vacancy(mandate, person, by=request.actor, day=data["from_day"])
            messages.success(request, welcome(person, request.actor, invite=data["invite"]))
            return redirect("manage_body", mandate.body_id)
    return _page(request, "fill.html", mandate, form)


@access(MANAGES_MANDATE)
def correct(request, mandate_id):
    mandate = _mandate(mandate_id)
    person = _holder(mandate)
    known = {"name": person.name, "email": person.email, "phone": person.phone}
    form = Correct(request.POST if request.method == "POST" else None, initial=known)
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            correct_person(person, **form.cleaned_data, by=request.actor)
            messages.success(request, _("Uppgifterna om %(name)s är rättade.") % {"name": person.name})
            return redirect("manage_body", mandate.body_id)
    return _page(request, "correct.html", mandate, form)


@require_POST
@access(MANAGES_MANDATE)
def invite(request, mandate_id):
    mandate = _mandate(mandate_id)
    sent = invite_person(_holder(mandate), by=request.actor)
    said = _("En inbjudan är skickad till %(name)s.") if sent else _("%(name)s hade redan ett konto och kan logga in.")
    messages.success(request, said % {"name": mandate.person.name})
    return redirect("manage_body", mandate.body_id)


def _mandate(mandate_id):
    return get_object_or_404(Mandate.objects.select_related("body", "person__user"), pk=mandate_id)


def _holder(mandate):
    if mandate.person is None:
        raise Refusal(_("Platsen är vakant. Tillsätt den först."), status=409)
    return mandate.person


def _page(request, template, mandate, form):
    context = {
        "form": form,
        "mandate": mandate,
        "role": role_name(mandate.role),
        "name": at(today()).names([mandate.body]).get(mandate.body_id, ""),
    }
    return render(request, f"network/pages/mandate/{template}", context, status=status_of(form))
