"""A body gives sections of its questions to colleagues and units, and takes them back. It sends the whole itself."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.models import Mandate
from vaxel.network.queries.units import units_below
from vaxel.rounds.commands.sections import delegate_sections, take_back
from vaxel.rounds.pages.delivery.found import found, questions_of
from vaxel.rounds.pages.sections.form import GiveForm
from vaxel.rounds.pages.sections.shown import given_look
from vaxel.rounds.permissions import GIVES_SECTIONS
from vaxel.rounds.queries.sections import ready_day, title_of, why_closed
from vaxel.ui.refusal import Refusal

PAGE = "rounds/pages/sections/give.html"


@access(GIVES_SECTIONS)
def give(request, round, body):
    delivery = found(request)
    out = given_look(delivery)
    form = _form(request, delivery, {one.section_id for one in out["given"]})
    if request.method == "POST" and form.is_valid() and _done(request, delivery, form):
        return _home(round, body)
    context = {"delivery": delivery, "round": delivery.round, "form": form, "closed": why_closed(delivery), **out}
    return render(request, PAGE, context, status=422 if form.errors else 200)


def _done(request, delivery, form):
    data = form.cleaned_data
    words = {"note": data["note"], "ready_by": data["ready_by"]}
    try:
        delegate_sections(delivery, data["sections"], by=request.actor, **form.receiver(), **words)
    except Refusal as no:
        form.add_error(no.field if no.field in form.fields else None, no.message)
        return False
    messages.success(request, _("Fördelat. Den som ska skriva får ett mejl med länk."))
    return True


@access(GIVES_SECTIONS)
@require_POST
def back(request, round, body):
    delivery, wanted = found(request), request.POST.get("part", "")
    known = wanted.isascii() and wanted.isdigit() and len(wanted) < 19
    part = delivery.section_parts.filter(pk=wanted).first() if known else None
    if part is None:
        raise Http404
    take_back(part, by=request.actor)
    messages.success(request, _("Avsnittet är återtaget. Det som redan är skrivet finns kvar i ert utkast."))
    return _home(round, body)


def _home(round, body):
    return redirect(reverse("delivery", args=[round, body]) + "#avsnitt")


def _form(request, delivery, out):
    """A section that is out already is chosen anew only by whoever sends the same form twice."""
    questions, posted = questions_of(delivery), request.POST.getlist("sections")
    choices = [(s.id, title_of(questions, s)) for s in questions.sections if s.questions]
    return GiveForm(
        request.POST or None,
        initial={"ready_by": ready_day(delivery.last_day)},
        sections=[choice for choice in choices if choice[0] not in out or choice[0] in posted],
        colleagues=_colleagues(delivery, request.actor),
        units=[(f"b{unit.pk}", unit.name) for unit in units_below(delivery.body_id, today())],
    )


def _colleagues(delivery, actor):
    """Everybody else with a mandate at the body today, whatever the role."""
    held = Mandate.objects.at(today()).filter(body=delivery.body_id, person__erased_at=None).exclude(person=None)
    rows = held.exclude(person__public_id=actor.person_id).select_related("person").order_by("person__name", "id")
    named = {}
    for row in rows:
        label = f"{row.person.name}, {row.title}" if row.title else row.person.name
        named.setdefault(f"p{row.person.public_id}", label)
    return list(named.items())
