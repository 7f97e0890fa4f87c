"""Who has requisitioned an agreement's money, and who has not: counts for anyone, names for who pays and the own county."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.funding.domain.requisition import RequisitionState as S
from vaxel.funding.domain.requisition import Standing
from vaxel.funding.pages.requisition import maps
from vaxel.funding.pages.requisition.found import decided_agreement
from vaxel.funding.pages.requisition.sentence import heading, lead
from vaxel.funding.pages.requisition.sums import stream_sums, total_sums
from vaxel.funding.permissions import (
    READS_MONEY,
    calls_for_requisitions,
    follows_money,
    seen_by_name,
)
from vaxel.funding.queries.requisitions import taken
from vaxel.funding.templatetags.kronor import kronor
from vaxel.funding.words import RECEIVERS, STANDINGS
from vaxel.network.domain.names import swedish_key
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.permissions import reads_round
from vaxel.rounds.queries.few import home_of

PAGE = "funding/pages/requisition/page.html"
ORDER = (Standing.WAITING, Standing.LAPSED, Standing.DECLINED, Standing.REQUISITIONED)


@access(READS_MONEY)
def requisition_page(request, agreement):
    found = decided_agreement(agreement)
    return render(request, PAGE, _context(request, found))


def _context(request, agreement):
    actor, state = request.actor, taken(agreement)
    named = seen_by_name(actor, agreement, state.states)
    everyone = follows_money(actor, agreement)
    call = state.call
    return {
        "agreement": agreement,
        "call": call,
        "round": call.round if call and reads_round(actor, call.round) else None,
        "is_sent": state.is_sent,
        "is_draft": call is not None and not state.is_sent,
        "heading": heading(state),
        "lead": lead(state, exact=everyone),
        "lines": [_stream(stream, exact=everyone) for stream in state.streams],
        "total": total_sums(state.streams, exact=everyone),
        "map": maps.picture(state, named, home_of(actor), everyone=everyone) if state.is_sent else None,
        "groups": _groups(agreement, state, named),
        "everyone": everyone,
        "own": [body for body in state.states if body in actor.body_ids],
        "own_names": _names(body for body in state.states if body in actor.body_ids),
        "may_call": calls_for_requisitions(actor, agreement) and call is None,
        "may_send": call is not None and call.round.state == RoundState.DRAFT and reads_round(actor, call.round),
    }


def _names(bodies):
    return sorted(at(today()).names(list(bodies)).items(), key=lambda one: swedish_key(one[1]))


def _stream(stream, *, exact):
    return {"title": stream.title, "receivers": RECEIVERS[stream.receivers], **stream_sums(stream, exact=exact)}


def _groups(agreement, state, named):
    """By how it stands, those one may see by name; what needs somebody comes first."""
    names = at(today()).names(list(named))
    bodies = state.bodies
    groups = []
    for standing in ORDER:
        rows = sorted((b for b in named if bodies[b] == standing), key=lambda b: swedish_key(names.get(b, "")))
        if rows:
            lines = [_line(state, body, names.get(body, "")) for body in rows]
            groups.append({"standing": str(standing), "title": STANDINGS[standing], "lines": lines})
    return groups


def _line(state, body, name):
    ore = state.ore[body]
    part = ore[S.ACCEPTED] and ore[S.DECLINED] + ore[S.LAPSED] + ore[S.WAITING]
    granted = sum(ore.values())
    return {
        "body": body,
        "name": name,
        "granted": kronor(granted),
        "taken": kronor(ore[S.ACCEPTED]) if part else "",
        "note": _("i del") if part else "",
    }
