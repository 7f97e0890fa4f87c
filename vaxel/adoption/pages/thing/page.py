"""A thing that is spread: how far, where, since when, and what is to be done about it. Open to anyone."""

from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel.accounts.access import PUBLIC, access
from vaxel.accounts.once_for_all import once_for_all
from vaxel.adoption.domain.life import ThingState
from vaxel.adoption.domain.stages import IN_USE, LINE, AdoptionStage
from vaxel.adoption.pages.found import thing_of
from vaxel.adoption.pages.thing import maps
from vaxel.adoption.pages.thing.counties import SIZE, county_lines
from vaxel.adoption.pages.thing.growth import growth
from vaxel.adoption.pages.wording import heading, number
from vaxel.adoption.permissions import edits_thing, names_seen, proposes, registers
from vaxel.adoption.queries.curve import as_of, curve
from vaxel.adoption.queries.own import own_thing, rounds_of
from vaxel.adoption.queries.stages import added, at_nodes, named, spread
from vaxel.adoption.queries.vectors import lay
from vaxel.adoption.words import STOPS, THING_STATES, does
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind, mask
from vaxel.network.pages.day import DayForm, status_of
from vaxel.network.queries.asof import at
from vaxel.network.wording import listed
from vaxel.rounds.domain.hiding import laddered
from vaxel.rounds.pages.round.place import home_of
from vaxel.rounds.words import bodies, capital

PAGE = "adoption/pages/thing/page.html"


@access(PUBLIC)
@once_for_all
def thing_page(request, thing):
    form = DayForm(request.GET if "dag" in request.GET else None)
    return render(request, PAGE, _context(request, thing_of(thing), form), status=status_of(form))


def _context(request, thing, form):
    actor, laid, day = request.actor, lay(thing), form.day
    names = names_seen(actor, thing)
    is_today = day >= today()
    found = spread(laid) if is_today else as_of(thing, day)
    home = home_of(actor)
    counties = at_nodes(laid, [county.pk for county in at(today()).of_kind(Kind.COUNTY)])
    stages = named(laid, names)
    return {
        "thing": thing,
        "form": form,
        "day": day,
        "is_today": is_today,
        "heading": heading(thing, found, get_language(), exact=names.everyone),
        "lead": _lead(found.whole if names.everyone else added(found), exact=names.everyone),
        "state": THING_STATES[thing.state],
        "leaving": thing.state == ThingState.BEING_RETIRED,
        "ladder": [_rung(kind, tally, exact=names.everyone) for kind, tally in found.kinds],
        "steps": [str(STOPS[stop]) for stop in LINE],
        "growth": growth(curve(laid, in_each_kind=not names.everyone), found.whole.total, exact=names.everyone),
        "map": _map(thing, stages, names, counties, home),
        "counties": county_lines(
            counties, today(), home, exact=names.everyone, by_size=request.GET.get("ordning") == SIZE
        ),
        "by_size": request.GET.get("ordning") == SIZE,
        "in_part": [] if names.everyone else _in_part(stages, actor),
        "exact": names.everyone,
        "own": _own(actor, thing),
        "may_edit": edits_thing(actor, thing),
        "may_propose": proposes(actor) and thing.state == ThingState.IN_USE,
        "owner": at(today()).names([thing.owner_id]).get(thing.owner_id, ""),
        "meant_for": listed([str(bodies(Kind(kind), 2)) for kind in thing.target_kinds]),
        "rounds": rounds_of(thing, actor),
        "retirements": list(thing.retirements.order_by("-proposed_at", "-pk")),
    }


def _lead(tally, *, exact):
    """What one wants next: those who have begun, those it does not concern, those who have said nothing."""
    begun, silent = tally.of(AdoptionStage.INITIAL_USE), tally.of(AdoptionStage.NONE)
    said = []
    if begun:
        said.append(_("%(n)s har börjat.") % {"n": capital(number(begun, exact=exact))})
    if irrelevant := tally.of(AdoptionStage.NOT_RELEVANT):
        said.append(_("För %(n)s är det inte aktuellt.") % {"n": number(irrelevant, exact=exact)})
    if silent:
        said.append(_("%(n)s har inte registrerat något än.") % {"n": capital(number(silent, exact=exact))})
    return " ".join(said)


def _rung(kind, tally, *, exact):
    reached = tally.reached() if exact else laddered(tally.reached(), tally.total)
    return {"label": capital(bodies(kind, tally.total)), "counts": reached, "total": tally.total}


def _map(thing, stages, names, counties, home):
    if names.everyone and Kind.MUNICIPALITY in thing.target_kinds:
        tiles = maps.by_stage(today(), stages, home)
        title, states = _("De 290 kommunerna"), maps.stage_states()
    else:
        tiles = maps.by_county(today(), counties, home)
        title, states = _("De 21 länen"), maps.share_states()
    return {"title": title, "tiles": tiles, "states": maps.present(tiles, states)}


def _in_part(stages, actor):
    """The bodies of one's own county, by name, with what they have let others see; one's own is told of above."""
    called = at(today()).names(list(stages))
    return [
        {"id": body, "name": called[body], "does": does(stage)}
        for body, stage in stages.items()
        if body in called and body not in actor.body_ids
    ]


def _own(actor, thing):
    """One's own body's line, if it is meant for it."""
    if actor.current is None or not registers(actor, actor.body_id):
        return None
    kinds = at(today()).kinds_mask([actor.body_id]).get(actor.body_id, 0)
    if not kinds & mask({Kind(kind) for kind in thing.target_kinds}):
        return None
    mine = own_thing(thing, actor.body_id)
    return {"body_id": actor.body_id, "does": does(mine.stage), "in_use": mine.stage in IN_USE}
