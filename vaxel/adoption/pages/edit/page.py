"""Something to follow: laid up, changed, and sent out through a mailing of its own."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import access
from vaxel.adoption.commands.things import create_thing, draft_round, edit_thing
from vaxel.adoption.pages.edit.form import ThingForm, initial_of
from vaxel.adoption.pages.found import thing_of
from vaxel.adoption.permissions import CREATES_THING, EDITS_THING
from vaxel.calendar.clock import today
from vaxel.network.pages.saying_no import refused_in, status_of

PAGE = "adoption/pages/edit/page.html"


@access(CREATES_THING)
def new_thing(request):
    form = ThingForm(request.POST) if request.method == "POST" else ThingForm(initial={"since": today()})
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            made = create_thing(by=request.actor, owner_id=request.actor.body_id, **form.fields_written())
            messages.success(request, _("Upplagt. Nu kan de det är tänkt för registrera hur långt de har kommit."))
            return redirect("thing", made.pk)
    return render(request, PAGE, {"form": form, "thing": None}, status=status_of(form))


@access(EDITS_THING)
def edit(request, thing):
    found = thing_of(thing)
    form = ThingForm(request.POST) if request.method == "POST" else ThingForm(initial=initial_of(found))
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            edit_thing(found, by=request.actor, revision=form.cleaned_data["revision"], **form.fields_written())
            messages.success(request, _("Ändringen är sparad."))
            return redirect("thing", found.pk)
    return render(request, PAGE, {"form": form, "thing": found}, status=status_of(form))


@require_POST
@access(EDITS_THING)
def new_round(request, thing):
    made = draft_round(thing_of(thing), by=request.actor)
    messages.success(
        request, _("Utkastet är påbörjat. De som får utskicket kan också registrera hur långt de har kommit.")
    )
    return redirect("round_edit", made.pk)
