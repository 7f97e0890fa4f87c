"""A node's children side by side: the counties of a round, the bodies of a county, as then or as today."""

from dataclasses import dataclass

import numpy as np

from vaxel.calendar import clock
from vaxel.composed import composed, once_a_moment
from vaxel.network.domain.kinds import BIT, PRINCIPALS, Kind, Tree
from vaxel.network.domain.names import swedish_key
from vaxel.network.models import Body, Closure
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.counting import Counts, counted
from vaxel.rounds.models import Delivery, FramePosition
from vaxel.rounds.queries.part import heirs_of
from vaxel.rounds.queries.progress import counts, finished_nodes
from vaxel.rounds.queries.vectors import kinds, positions, ranges, vector


@dataclass(frozen=True)
class NodeCounts:
    node_id: int
    counts: Counts


@dataclass(frozen=True)
class NodeRow:
    node_id: int
    name: str
    counts: Counts
    compiled: bool
    slowest: float | None  # days from sending to the latest answer; None before the first


# What a level is divided into on a page: the nation into counties, a county into its bodies.
BELOW = {
    Kind.HEALTHCARE_REGION: (Kind.COUNTY,),
    Kind.COUNTY: tuple(PRINCIPALS),
    Kind.REGION: (Kind.UNIT,),
    Kind.MUNICIPALITY: (Kind.UNIT,),
}


@once_a_moment
def by_child(round, node_id=None, as_of="then") -> list[NodeRow]:
    """Children with something asked below them (or themselves asked), in Swedish order of names.

    Whose names may be shown with a missing answer is `permissions.names_of_missing_visible`; counts are for all readers.
    """
    if round.frame_id is None:
        return []
    states, whole = vector(round), np.arange(round.frame.size)
    mine = set(whole[positions(round, node_id)].tolist()) if as_of == "then" else set(whole.tolist())
    day = round.frame.as_of if as_of == "then" else clock.today()
    children = _children(node_id, day)
    parts = (places_then if as_of == "then" else places_today)(round, {child for child, *_names in children})
    finished, slowest = finished_nodes(round.pk), _answer_days(round)
    rows = [_row(*child, sorted(mine & parts[child[0]]), states, finished, slowest) for child in children]
    return sorted((row for row in rows if row is not None), key=lambda row: swedish_key(row.name))


@once_a_moment
def county_counts(round) -> list[NodeCounts]:
    """The same counties and counts as `by_child` of the whole, by the division when it was sent, in no order.

    What is reckoned from counts needs neither names nor days, and what a frame is divided into never changes.
    """
    divided = {county: counts(round, county) for county in ranges(round.frame).nodes_of(Kind.COUNTY)}
    alone = {county: counted(vector(round)[[place]]) for county, place in _counties_asked(round.frame)}
    return [NodeCounts(*one) for one in (alone | divided).items()]


def _counties_asked(frame):
    """(county, its own place). One with nothing asked below it has no range."""
    if not (kinds(frame) & BIT[Kind.COUNTY]).any():
        return []
    return FramePosition.objects.filter(frame=frame, body__kind=Kind.COUNTY).values_list("body_id", "position")


def _children(node_id, day):
    """(id, short name, name) of each."""
    if node_id is None:
        return _counties(day)
    return _below(node_id, day, *BELOW.get(kind_of_body(node_id), (Kind.COUNTY,)))


@once_a_moment
def kind_of_body(body_id) -> str | None:
    return next(iter(_kind(body_id)), None)


@composed
def _counties(day):
    return at(day).of_kind(Kind.COUNTY).values_list("pk", "short_name", "name")


@composed
def _kind(body_id):
    return Body.objects.filter(pk=body_id).values_list("kind", flat=True)


@composed
def _below(node_id, day, *kinds):
    return at(day).below(node_id, kinds).values_list("pk", "short_name", "name")


def _row(node_id, short_name, name, places, states, finished, slowest):
    if not places:
        return None
    days = [slowest[place] for place in places if place in slowest]
    counts = counted(states[places])
    return NodeRow(node_id, short_name or name, counts, node_id in finished, max(days, default=None))


@once_a_moment
def _answer_days(round):
    return {place: (answered - round.sent_at).total_seconds() / 86_400 for place, answered in _answered(round.pk)}


@composed
def _answered(round_id):
    rows = Delivery.objects.filter(round=round_id).exclude(answered_at=None)
    return rows.values_list("position", "answered_at")


def places_then(round, nodes) -> dict[int, set[int]]:
    """Node → the places in the frame that were its own and those below it when the round was sent."""
    stretches = ranges(round.frame)
    own = _own(round, {node for node in nodes if stretches.of(node) is None})  # else its own place lies in its ranges
    found = {}
    for node in nodes:
        inside = (range(start, stop) for start, stop in stretches.of(node) or ())
        found[node] = {place for part in inside for place in part} | own.get(node, set())
    return found


def _own(round, bodies):
    return {body: {place} for body, place in _places(round.frame_id, bodies)} if bodies else {}


@composed
def _places(frame_id, bodies):
    return FramePosition.objects.filter(frame=frame_id, body__in=bodies).values_list("body_id", "position")


def places_today(round, nodes) -> dict[int, set[int]]:
    """By today's ties: a merged body's answer counts at its successor, a split one's at none of its heirs."""
    place_of = dict(FramePosition.objects.filter(frame=round.frame_id).values_list("body_id", "position"))
    heirs, split = heirs_of(FramePosition.objects.filter(frame=round.frame_id).values("body"))
    ids = set(nodes)
    now = {heirs.get(body, body): set() for body in place_of}
    ties = Closure.objects.at(clock.today()).filter(tree=Tree.GOVERNANCE, ancestor__in=ids)
    for ancestor, descendant in ties.values_list("ancestor_id", "descendant_id"):
        if descendant in now:
            now[descendant].add(ancestor)
    found = {child: set() for child in ids}
    for body, place in place_of.items():
        heir = heirs.get(body, body)
        if body in split:
            continue
        for node in now[heir] | ({heir} & ids):
            found[node].add(place)
    return found
