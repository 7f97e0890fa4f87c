"""A retirement from proposal to follow-up, open to anyone; what is to be done is for those who answer for the thing."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel import journal
from vaxel.accounts.access import PUBLIC, access
from vaxel.adoption.commands.retirements import confirm, consult, dismiss, end, send_back
from vaxel.adoption.domain.retiring import Outcome
from vaxel.adoption.domain.stages import IN_USE
from vaxel.adoption.models import Retirement
from vaxel.adoption.pages.retirement import sources
from vaxel.adoption.pages.retirement.sentence import heading, steps
from vaxel.adoption.permissions import DECIDES_RETIREMENT, decides_on, edits_thing, names_seen, registers
from vaxel.adoption.policies import RetirementAct, stage_of, why_not
from vaxel.adoption.queries.following import following
from vaxel.adoption.queries.own import own_thing
from vaxel.adoption.words import RETIREMENTS
from vaxel.calendar.clock import today
from vaxel.calendar.domain.phrases import moment
from vaxel.network.models import Person
from vaxel.network.queries.asof import at
from vaxel.rounds.models import Round
from vaxel.rounds.words import capital
from vaxel.ui.refusal import Refusal

PAGE = "adoption/pages/retirement/page.html"


def retirement_of(number) -> Retirement:
    rows = Retirement.objects.select_related(
        "thing__owner", "consultation__frame", "notice__frame", "replacement", "proposed_by_body"
    )
    return get_object_or_404(rows, pk=number)


@access(PUBLIC)
def retirement_page(request, retirement):
    return render(request, PAGE, _context(request, retirement_of(retirement)))


@require_POST
@access(DECIDES_RETIREMENT)
def retirement_act(request, retirement):
    found = retirement_of(retirement)
    try:
        return _done(request, found, request.POST.get("act", ""))
    except Refusal as no:
        return render(request, PAGE, _context(request, found, no), status=no.status)


def _done(request, found, act):
    match act:
        case RetirementAct.CONSULT:
            round = consult(found, by=request.actor)
            messages.success(
                request, _("Remissen är påbörjad, med dem som använder det som mottagare. Läs igenom och skicka.")
            )
            return redirect("round_edit", round.pk)
        case RetirementAct.DISMISS:
            dismiss(found, request.POST.get("reason", "")[:4000], by=request.actor)
            said = _("Förslaget går inte vidare. Den som föreslog läser varför.")
        case RetirementAct.SEND_BACK:
            send_back(found, by=request.actor)
            said = _("Beslutet är tillbakaskickat och kan skrivas om.")
        case RetirementAct.CONFIRM:
            confirm(found, by=request.actor, received_at=request.received_at)
            said = _("Beslutat.")
        case RetirementAct.END:
            end(found, by=request.actor)
            said = _("Uppföljningen är avslutad.")
        case _:
            raise Refusal(_("Välj vad som ska göras."), status=400)
    messages.success(request, said)
    return redirect("retirement", found.pk)


def _context(request, found, refused=None):
    actor, stage = request.actor, stage_of(found)
    names = names_seen(actor, found.thing)
    follow = following(found, exact=names.everyone)
    decides = decides_on(actor, found.thing)
    allowed = {act for act in RetirementAct if decides and why_not(stage, act) is None}
    if not edits_thing(actor, found.thing):
        allowed.discard(RetirementAct.CONSULT)
    if found.from_day and today() < found.from_day:
        allowed.discard(RetirementAct.END)
    decided = stage in {"dismissed", "kept", "phasing_out", "ended"}
    return {
        "retirement": found,
        "thing": found.thing,
        "stage": stage,
        "state": RETIREMENTS[stage],
        "heading": heading(found, stage, follow),
        "steps": steps(found, stage, follow),
        "follow": follow,
        "may": {str(act): True for act in allowed},
        "own_draft": found.prepared_by is not None and found.prepared_by == actor.person_id,
        "decides": decides,
        "outcome": found.outcome if decided or decides else "",
        "replaces": Outcome.REPLACE,
        "decided": decided,
        "show_decision": found.decision and (decided or decides),
        "proposer": at(today()).names([found.proposed_by_body_id]).get(found.proposed_by_body_id, "")
        if found.proposed_by_body_id
        else "",
        "source": sources.shown(request, found) if found.source_type else None,
        "rounds": _readable(actor, found),
        "own": _own(actor, found),
        "history": _history(found),
        "refused": refused,
    }


def _readable(actor, found):
    """The remiss and the mailing, where the reader may open them."""
    ids = {found.consultation_id, found.notice_id} - {None}
    return {"consultation": None, "notice": None} | {
        "consultation" if round.pk == found.consultation_id else "notice": round
        for round in Round.objects.visible_to(actor).filter(pk__in=ids)
    }


def _own(actor, found):
    """One's own body still uses it, and this is where one says that it has stopped."""
    if actor.current is None or not registers(actor, actor.body_id):
        return None
    return actor.body_id if own_thing(found.thing, actor.body_id).stage in IN_USE else None


def _history(found):
    lines = journal.of(found)
    ids = {line.person_id for line in lines} - {None}
    people = dict(Person.objects.filter(public_id__in=ids, erased_at=None).values_list("public_id", "name"))
    return [
        {
            "who": people.get(line.person_id, ""),
            "what": capital(line.words),
            "when": moment(line.at, today(), get_language()),
        }
        for line in lines
    ]
