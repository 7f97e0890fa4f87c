"""Which map the page shows: all 290, the 21, or one county's bodies by name."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.network.domain.kinds import PRINCIPALS, Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.models import Delivery, FrameRange, NodeCompilation
from vaxel.rounds.models.reading import OWN_ARENA
from vaxel.rounds.pages.round import tilemap
from vaxel.rounds.pages.round.figures import kinds_asked
from vaxel.rounds.queries.joint import jointly
from vaxel.rounds.queries.part import part_of

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


def picture(request, round, place, shares, home, *, named, urgent, asks):
    """`shares` is county → (done, asked). Without a right to the names the counties are shown, never the bodies."""
    if place.node_id is not None:
        return (
            _named(request.actor, round, place, urgent=urgent, asks=asks) if named and place.kind in OWN_ARENA else None
        )
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
        for body, state, compiled in _rows(request.actor, round, Q(body__tiles__layout=LAYOUT))
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
    rows = list(_rows(actor, round, part_of(round, place.node_id).within, MOST_NAMED + 1))
    if not rows or len(rows) > MOST_NAMED:
        return None
    names = {one.pk: one.short_name or one.name for one in at(round.frame.as_of).named([body for body, *_rest in rows])}
    states = tuple(tilemap.states(asks=asks))
    tiles, joint = [], jointly(round) if asks else {}
    for body, state, compiled in rows:
        key = tilemap.key_of(state, compiled=compiled, urgent=urgent, asks=asks, joint=body in joint)
        href = _answer_url(round, body, key)
        tiles.append({"label": names.get(body, ""), "state": key, "href": href, "own": body in actor.body_ids})
    return Picture(NAMED, _("%(place)s, en ruta var") % {"place": place.name}, tuple(tiles), states)


def _rows(actor, round, within, most=None):
    """(body, its byte, is its part compiled) of those the reader may see by name, in frame order."""
    found = Delivery.objects.visible_to(actor).filter(within, round=round).order_by("position")
    stretches = _finished(round)
    for body, state, position in found.values_list("body_id", "state", "position")[:most]:
        yield body, state, any(start <= position < stop for start, stop in stretches)


def _finished(round):
    """Stretches of the frame whose own compilation is finished."""
    nodes = list(
        NodeCompilation.objects.filter(round=round).exclude(finished_at=None).values_list("node_id", flat=True)
    )
    if round.owner_id in nodes:
        return [(0, round.frame.size)]
    return list(FrameRange.objects.filter(frame=round.frame_id, node__in=nodes).values_list("start", "stop"))


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
