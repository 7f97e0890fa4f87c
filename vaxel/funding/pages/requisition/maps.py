"""The requisition on a map: the 290 for who follows the money; the 21 counties, as parts, for anyone else."""

from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.funding.domain.requisition import Standing
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Identity
from vaxel.rounds.domain.hiding import TOGETHER, held_back
from vaxel.rounds.models import FrameRange
from vaxel.rounds.pages.round import tilemap
from vaxel.rounds.queries.tiles import tiles

OUTSIDE = "outside"
LOOKS = {
    Standing.REQUISITIONED: "s3",
    Standing.DECLINED: "s1",
    Standing.LAPSED: "s4",
    Standing.WAITING: "need",
}


def picture(taken, named, home, *, everyone):
    if everyone and _reaches_municipalities(taken):
        made = [_tile(tile, taken.bodies.get(tile.body_id), home) for tile in tiles("municipalities", today())]
        return {"title": _("Kommunerna, en ruta var"), "tiles": made, "states": _present(made, _states())}
    shares = _by_county(taken, home)
    made = list(tilemap.counties(today(), shares, link=lambda _body, _state: "", own=home))
    return {"title": _("Hur stor del av mottagarna i varje län som har rekvirerat"), "tiles": made,
            "states": _present(made, tilemap.county_states())}  # fmt: skip


def _reaches_municipalities(taken):
    return any(stream.receivers == Kind.MUNICIPALITY for stream in taken.streams)


def _tile(tile, standing, home):
    return {
        "column": tile.column,
        "row": tile.row,
        "label": tile.name,
        "state": str(standing) if standing else OUTSIDE,
        "own": tile.body_id in home,
    }


def _states():
    from vaxel.funding.words import STANDINGS

    return [
        *({"key": str(one), "label": STANDINGS[one], "look": LOOKS[one]} for one in LOOKS),
        {"key": OUTSIDE, "label": _("ingen del av medlen"), "look": "none"},
    ]


def _by_county(taken, home):
    """County → (how many have requisitioned, of how many); None where so few are asked that it tells who."""
    round = taken.call.round
    positions = dict(round.deliveries.values_list("body_id", "position"))
    bodies = taken.bodies
    counties = Identity.objects.at(today()).filter(kind=Kind.COUNTY).values("body")
    ranges = FrameRange.objects.filter(frame=round.frame_id, node__in=counties).values_list("node", "start", "stop")
    shares = {}
    for node, start, stop in ranges:
        inside = [body for body, place in positions.items() if start <= place < stop]
        done = sum(bodies.get(body) == Standing.REQUISITIONED for body in inside)
        before = shares.get(node, (0, 0))
        shares[node] = (before[0] + done, before[1] + len(inside))
    held = held_back_of(shares)
    return {
        node: (None if node in held and node not in home else done, asked) for node, (done, asked) in shares.items()
    }


def held_back_of(shares) -> set[int]:
    """Counties of so few, with so many more that the sentence above the map does not give them."""
    nodes = sorted(shares)
    done, asked = ([shares[node][place] for node in nodes] for place in (0, 1))
    few = held_back(asked, TOGETHER)
    return {nodes[place] for place in held_back(done, TOGETHER, few)}


def _present(made, states):
    """Only the states that some tile is in: a legend of noughts says nothing."""
    seen = {tile["state"] for tile in made}
    return [state for state in states if state["key"] in seen]
