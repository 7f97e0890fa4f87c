"""«Införande hos oss»: what the body has registered of everything meant for it. Its own eyes alone."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import access
from vaxel.adoption.domain.life import ThingState
from vaxel.adoption.domain.stages import IN_USE, LINE, AdoptionStage, next_stop
from vaxel.adoption.pages.found import body_of
from vaxel.adoption.permissions import READS_OWN, registers
from vaxel.adoption.queries.own import own_things
from vaxel.adoption.words import NEXT, STOPS, does
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import PRINCIPALS, Kind
from vaxel.ui.templatetags.numbers import in_words, in_words_capital

USING = {*PRINCIPALS, Kind.UNIT}


@access(READS_OWN)
def own_page(request, body):
    """A county uses nothing itself: there one sees, thing by thing, how far its principals have come."""
    found, mine = body_of(body), own_things(body)
    if not mine and found.kind not in USING:
        return redirect("things")
    context = {
        "body": found,
        "heading": _heading(found.name, mine),
        "lines": [line(one) for one in mine],
        "may_register": registers(request.actor, found.pk),
    }
    return render(request, "adoption/pages/own/page.html", context)


def _heading(name, mine):
    """ "Falu kommun använder tre av sex fullt ut. Ett är inte registrerat än." """
    if not mine:
        return _("Inget följs hos %(name)s än.") % {"name": name}
    full = sum(one.stage == AdoptionStage.FULL_USE for one in mine)
    said = _("%(name)s använder %(some)s av %(all)s fullt ut.") % {
        "name": name,
        "some": in_words(full, "ett") if full else _("inget"),
        "all": in_words(len(mine), "ett"),
    }
    silent = sum(one.stage == AdoptionStage.NONE and one.thing.state == ThingState.IN_USE for one in mine)
    if not silent:
        return said
    rest = ngettext("%(n)s är inte registrerat än.", "%(n)s är inte registrerade än.", silent)
    return f"{said} {rest % {'n': in_words_capital(silent, 'ett')}}"


def line(one):
    """A thing as the page draws it: its stops, what is next, and who sees it."""
    return {
        "own": one,
        "thing": one.thing,
        "does": does(one.stage),
        "stops": stops(one.stage, one.reached),
        "next": _next(one),
        "leaves": one.thing.state == ThingState.BEING_RETIRED and one.stage in IN_USE,
        "left_behind": one.thing.state == ThingState.RETIRED and one.stage in IN_USE,
        "waits_days": (one.opens_on - today()).days if one.opens_on and one.opens_on > today() else None,
    }


def stops(stage, reached):
    """[{label, state, day}] for the line: a stop is full when it is passed, and the last one is where one stands."""
    at = LINE.index(stage) if stage in LINE else -1
    return [
        {"label": STOPS[stop], "state": _state(place, at), "day": reached.get(stop) if place <= at else None}
        for place, stop in enumerate(LINE)
    ]


def _state(place, at):
    return "now" if place == at else "done" if place < at else "later"


def _next(one):
    if one.thing.state != ThingState.IN_USE:
        return ""
    following = next_stop(one.stage)
    return NEXT.get(following, "") if following else ""
