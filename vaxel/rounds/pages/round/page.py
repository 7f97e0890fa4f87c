"""A round, seen by its sender; every level sees the same page for its own part."""

import datetime as dt

from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.domain import phrases
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.composed import composed, foresee, one_moment
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundState, Route
from vaxel.rounds.models import Delivery
from vaxel.rounds.pages.round import figures, picture, sentence
from vaxel.rounds.pages.round.about import about
from vaxel.rounds.pages.round.acts import acts
from vaxel.rounds.pages.round.foreseen import foreseen
from vaxel.rounds.pages.round.history import history
from vaxel.rounds.pages.round.place import division_of, own_delivery, place_of, query_of, trail_of, wanted_division
from vaxel.rounds.pages.round.reminded import reminders
from vaxel.rounds.pages.round.sections import shown
from vaxel.rounds.pages.round.waiting import told, waiting_list
from vaxel.rounds.pages.round.weekly import weekly
from vaxel.rounds.permissions import READS_ROUND, creates_round, is_sender, names_of_missing_visible, sends_round
from vaxel.rounds.queries.debt import debt_of
from vaxel.rounds.queries.division import TODAY, undistributed_names
from vaxel.rounds.queries.few import home_of
from vaxel.rounds.queries.heard import heard
from vaxel.rounds.queries.plan import plan_for
from vaxel.rounds.queries.progress import counts, durations
from vaxel.rounds.queries.talk import talk
from vaxel.rounds.words import STATES, kind_of

URGENT_DAYS = 7
PAGE = "rounds/pages/round/page.html"


@access(READS_ROUND)
def round_page(request, round):
    found = request.round
    if found.state == RoundState.DRAFT:
        return redirect("round_send" if _waits_for(request.actor, found) else "round_edit", found.pk)
    with one_moment():
        return render(request, PAGE, _context(request, found))


def _waits_for(actor, found):
    """A colleague has asked for a second person before a great many are sent to."""
    asked = found.asked_to_confirm_by
    return asked is not None and asked != actor.person_id and sends_round(actor, found)


def is_urgent(round):
    """The day is near or past, so what is missing needs somebody."""
    return round.state == RoundState.OPEN and bool(round.due) and round.due - today() <= dt.timedelta(days=URGENT_DAYS)


def _context(request, found):
    foresee(*foreseen(request.actor, found))
    actor, place = request.actor, place_of(request, found)
    asks, urgent = figures.asks(found), is_urgent(found)
    counted = counts(found, place.node_id)
    missing = figures.missing_of(found, counted)
    named = names_of_missing_visible(actor, found, place.node_id)
    waiting = waiting_list(actor, found, place, named=named, asks=asks)
    as_of = division_of(request, found, place)
    drawn, children = _drawn(request, found, place, as_of, named=named, urgent=urgent)
    own = own_delivery(actor, found)
    rows, said = figures.reach(found, place)
    waits_here = _waits_here(found, place) if place.is_own else 0
    return {
        "round": found,
        "word": kind_of(found),
        "state": STATES[found.state],
        "place": place,
        "asks": asks,
        "urgent": urgent,
        "heading": sentence.heading(found, said, figures.whole(found, counted), place.name, waits_here),
        "lead": _came(found) if waits_here else _lead(found, place, counted, missing, waiting),
        "acts": acts(
            actor,
            found,
            place,
            missing=missing,
            completion=counted.completion,
            waiting=waits_here,
            urgent=urgent,
            own=own,
            named=named,
        ),
        "counted": counted,
        "missing": missing,
        "ladder": rows,
        "steps": figures.steps(found),
        "children": children,
        "child_title": picture.child_title(place),
        "as_of": as_of,
        "taken": query_of(place, as_of),
        "kept_then": as_of != wanted_division(request),
        "undistributed": undistributed_names(found, place.node_id) if as_of == TODAY else [],
        "picture": drawn,
        "weekly": [] if drawn and drawn.kind == picture.NAMED else weekly(found, place, asks=asks),
        "waiting": waiting,
        "waiting_lines": told(waiting, found, place, asks=asks) if drawn and drawn.kind == picture.NAMED else [],
        "waits_here": waits_here,
        "named": named,
        "own_delivery": own,
        "is_sender": is_sender(actor, found),
        "talk": talk(actor, found, own),
        "history": history(found, as_sender=place.as_sender),
        "about": about(found),
        "reminders": reminders(actor, found, place) if named else [],
        "plan": plan_for(found),
        "may_copy": creates_round(actor),
        "trail": trail_of(place, found),
        "sections": shown(request, found),
        "heard": heard(found),
        "debt": debt_of(found),
    }


def _drawn(request, found, place, as_of, *, named, urgent):
    """(the picture, a line for each part below). Bodies that are drawn by name need no lines beside."""
    asks, is_part = figures.asks(found), place.node_id is not None
    if is_part and (drawn := picture.of_level(request.actor, found, place, named=named, urgent=urgent, asks=asks)):
        return drawn, []
    home = home_of(request.actor)
    lines = figures.children(found, place, own=home, urgent=urgent, as_of=as_of, named=named)
    if is_part:
        return None, lines
    return picture.of_country(request, found, place, figures.shares(lines), home, urgent=urgent, asks=asks), lines


def _came(found):
    """What is worth knowing before one has passed it on: from whom, and since when."""
    who = at(today()).names([found.owner_id]).get(found.owner_id, "")
    when = phrases.relative_day(swedish_day(found.sent_at), today(), get_language())
    return [_("Den kom %(when)s från %(who)s.") % {"when": when, "who": who}]


def _lead(found, place, counted, missing, waiting):
    answers = figures.asks(found) and missing < counted.asked
    return sentence.lead(
        found,
        counted,
        missing,
        not_asked=len((found.audience or {}).get("except", ())) if place.node_id is None else 0,
        vacant=waiting.vacant,
        median_days=durations(found, place.node_id).median_days if answers else None,
    )


def _waits_here(found, place):
    """How many wait for this node to pass on: nothing does that went straight."""
    if place.node_id is None or found.route != Route.STEPWISE:
        return 0
    return sum(_number_waiting(found.pk, place.node_id))


@composed
def _number_waiting(round_id, node_id):
    waiting = Delivery.objects.filter(round=round_id, waits_at=node_id).values("round_id")
    return waiting.annotate(number=Count("pk")).values_list("number", flat=True)
