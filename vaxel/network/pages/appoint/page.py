from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.commands.inviting import can_log_in, invite_person
from vaxel.network.commands.mandates import appoint as give
from vaxel.network.commands.mandates import create_person
from vaxel.network.models import Body
from vaxel.network.pages.appoint.form import Appointment
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.permissions import MANAGES_BODY
from vaxel.network.queries.asof import at


@access(MANAGES_BODY)
def appoint(request, body_id):
    body = get_object_or_404(Body, pk=body_id)
    form = Appointment(request.POST if request.method == "POST" else None, kind=body.kind)
    if request.method == "POST" and form.is_valid():
        with refused_in(form), transaction.atomic():
            said = _appoint(form, body, request.actor)
            messages.success(request, said)
            return redirect("manage_body", body_id)
    name = at(today()).names([body]).get(body_id, "")
    return render(
        request, "network/pages/appoint/page.html", {"form": form, "name": name, "body": body}, status=status_of(form)
    )


def _appoint(form, body, by):
    data = form.cleaned_data
    person = create_person(data["name"], data["email"], by=by, phone=data["phone"]) if data["email"] else None
    terms = {"from_day": data["from_day"], "to_day": form.until, "deputy": data["deputy"], "title": data["title"]}
    give(person, body, data["role"], by=by, **terms)
    return _("En vakant plats är upplagd.") if person is None else welcome(person, by, invite=data["invite"])


def welcome(person, by, *, invite):
    """Invite who has no login yet; the sentence that says what happened."""
    if invite and not can_log_in(person.user) and invite_person(person, by=by):
        return _("%(name)s har fått uppdraget och en inbjudan med e-post.") % {"name": person.name}
    return _("%(name)s har fått uppdraget.") % {"name": person.name}
