"""Which map the page shows: all 290, the 21, or one county's bodies by name."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.composed import composed
from vaxel.network.actor import Reader
from vaxel.network.domain.kinds import PRINCIPALS, Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.models import Delivery
from vaxel.rounds.models.reading import OWN_ARENA
from vaxel.rounds.pages.round import tilemap
from vaxel.rounds.pages.round.figures import kinds_asked
from vaxel.rounds.queries.joint import jointly
from vaxel.rounds.queries.part import between, ends_of
from vaxel.rounds.queries.progress import finished_nodes
from vaxel.rounds.queries.vectors import ranges

MUNICIPALITIES, COUNTIES, NAMED = "kommuner", "lan", "namn"
MOST_NAMED = 60
LAYOUT = "municipalities"


@dataclass(frozen=True)
class Picture:
    kind: str
    title: str
    tiles: tuple
    all_states: tuple
    tabs: tuple = ()  # (label, query, is this one)

    @property
    def states(self):
        """Only those that some tile is in: a legend of noughts says nothing."""
        present = {tile["state"] for tile in self.tiles}
        return [state for state in self.all_states if state["key"] in present]


def of_level(actor, round, place, *, named, urgent, asks):
    """One level's bodies by name, for who may see them; nothing for anybody else, or where they are too many."""
    return _named(actor, round, place, urgent=urgent, asks=asks) if named and place.kind in OWN_ARENA else None


def of_country(request, round, place, shares, home, *, urgent, asks):
    """`shares` is county → (done, asked). Without a right to the names the counties are shown, never the bodies."""
    chosen = request.GET.get("karta")
    if not place.as_sender or chosen == COUNTIES or Kind.MUNICIPALITY not in kinds_asked(round):
        tiles = tilemap.counties(
            round.frame.as_of, shares, link=lambda body, _state: _county_url(round, body), own=home
        )
        return Picture(
            COUNTIES, _("De 21 länen"), tuple(tiles), tuple(tilemap.county_states()), _tabs(place, COUNTIES, round)
        )
    keys = {
        body: tilemap.key_of(state, compiled=compiled, urgent=urgent, asks=asks)
        for body, state, compiled in _rows(round, _tiled(round.pk, *_seen_by(request.actor)))
    }
    tiles = tilemap.municipalities(
        round.frame.as_of, keys, link=lambda body, state: _answer_url(round, body, state), own=home
    )
    states = tuple(tilemap.states(asks=asks))
    return Picture(
        MUNICIPALITIES, _("Alla 290, en ruta var"), tuple(tiles), states, _tabs(place, MUNICIPALITIES, round)
    )


def _tabs(place, now, round):
    if not place.as_sender or Kind.MUNICIPALITY not in kinds_asked(round):
        return ()
    return ((_("290 kommuner"), "kommuner", now == MUNICIPALITIES), (_("21 län"), "lan", now == COUNTIES))


def _named(actor, round, place, *, urgent, asks):
    """One level's bodies as tiles with names; only those the reader may see by name."""
    found = _first_within(round.pk, *_seen_by(actor), *ends_of(round, place.node_id))
    if not found or len(found) > MOST_NAMED:
        return None
    rows = list(_rows(round, found))
    names = {body: short or name for body, short, name in _names(round.frame.as_of, [body for body, *_rest in rows])}
    states = tuple(tilemap.states(asks=asks))
    tiles, joint = [], jointly(round) if asks else {}
    for body, state, compiled in rows:
        key = tilemap.key_of(state, compiled=compiled, urgent=urgent, asks=asks, joint=body in joint)
        href = _answer_url(round, body, key)
        tiles.append({"label": names.get(body, ""), "state": key, "href": href, "own": body in actor.body_ids})
    return Picture(NAMED, _("%(place)s, en ruta var") % {"place": place.name}, tuple(tiles), states)


@composed
def _names(day, bodies):
    return at(day).named(bodies).values_list("pk", "short_name", "name")


def _seen_by(actor):
    return actor.is_system, actor.body_ids, today()


def _visible(round_id, is_system, body_ids, day):
    """Those the reader may see by name, in frame order."""
    found = Delivery.objects.visible_to(Reader(body_ids, is_system=is_system), day).filter(round=round_id)
    return found.order_by("position").values_list("body_id", "state", "position")


@composed
def _tiled(*one):
    return _visible(*one).filter(body__tiles__layout=LAYOUT)


@composed
def _first_within(round_id, is_system, body_ids, day, *ends):
    return _visible(round_id, is_system, body_ids, day).filter(between(*ends))[: MOST_NAMED + 1]


def _rows(round, found):
    """(body, its byte, is its part compiled)"""
    stretches = _finished(round)
    for body, state, position in found:
        yield body, state, any(start <= position < stop for start, stop in stretches)


def _finished(round):
    """Stretches of the frame whose own compilation is finished."""
    nodes = finished_nodes(round.pk)
    if round.owner_id in nodes:
        return [(0, round.frame.size)]
    return [stretch for node in nodes for stretch in ranges(round.frame).of(node) or ()]


def _answer_url(round, body, state):
    if state in {tilemap.ANSWERED, tilemap.JOINT, tilemap.COMPILED, tilemap.DECLINED}:
        return reverse("delivery", args=[round.pk, body])
    return reverse("body", args=[body]) if state != tilemap.NOT_ASKED else ""


def _county_url(round, county):
    return f"{reverse('round', args=[round.pk])}?nod={county}"


def child_title(place):
    if place.node_id is None:
        return _("Län för län")
    if place.kind in PRINCIPALS:
        return _("Verksamhet för verksamhet")
    return _("En rad var") if place.kind == Kind.COUNTY else _("Län för län")
