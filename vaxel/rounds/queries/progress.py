"""How far a round has come: exact at every level, from its vector and the marks not yet folded into it."""

from dataclasses import dataclass
from statistics import median

import numpy as np

from vaxel.composed import composed, seldom
from vaxel.network.domain.kinds import BIT, Kind, mask
from vaxel.rounds.domain.counting import IS_DONE, Counts, counted
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import Delivery, FramePosition, NodeCompilation
from vaxel.rounds.queries.part import between, ends_of
from vaxel.rounds.queries.vectors import kinds, node_totals, positions, ranges, vector, vectors
from vaxel.rounds.words import bodies, capital

LADDER_ORDER = (Kind.HEALTHCARE_REGION, Kind.RESOURCE_CENTRE, Kind.COUNTY, Kind.MUNICIPALITY, Kind.REGION, Kind.UNIT)


@dataclass(frozen=True)
class LadderRow:
    """`received` and `relayed` are of those asked; `compiled`: lie in a part whose compilation is finished."""

    kind: Kind
    label: str
    total: int
    received: int
    relayed: int
    answered: int
    compiled: int
    fed_back: int
    counts: Counts


@dataclass(frozen=True)
class Ladder:
    rows: tuple[LadderRow, ...]
    whole: Counts  # each body once, Gotland too


def counts(round, node_id=None, kind=None) -> Counts:
    """Each body once; of one kind only, if a kind is given (Gotland is both a region and a municipality)."""
    states, places = vector(round), positions(round, node_id)
    if not len(states):
        return Counts()
    inside = states[places]
    return counted(inside if kind is None else inside[(_asked_as(round)[places] & BIT[kind]) != 0])


def ladder(round, node_id=None) -> Ladder:
    states = vector(round)
    if not len(states):
        return Ladder((), Counts())
    places = positions(round, node_id)
    inside, masks, compiled = states[places], _asked_as(round)[places], _compiled(round)[places]
    fed_back = round.state == RoundState.FED_BACK
    present = [kind for kind in (*LADDER_ORDER, *(set(Kind) - set(LADDER_ORDER))) if (masks & BIT[kind]).any()]
    return Ladder(tuple(_rung(kind, inside, masks, compiled, fed_back=fed_back) for kind in present), counted(inside))


def _asked_as(round):
    """The kinds each position was asked as: Gotland is no region in a round that asks the municipalities."""
    masks = kinds(round.frame)
    chosen = masks & mask({Kind(kind) for kind in round.audience.get("kinds", ())})
    return np.where(chosen != 0, chosen, masks)


def _rung(kind, states, masks, compiled, *, fed_back):
    mine = (masks & BIT[kind]) != 0
    found = counted(states[mine])
    return LadderRow(
        kind=kind,
        label=capital(bodies(kind, found.asked)),
        total=found.asked,
        received=found.received,
        relayed=found.relayed,
        answered=found.answered,
        compiled=int((compiled & mine & IS_DONE[states]).sum()),
        fed_back=found.asked if fed_back else 0,
        counts=found,
    )


def _compiled(round):
    """Which positions lie in a part whose compilation is finished, as it was (stale or not)."""
    covered = np.zeros(round.frame.size, dtype=bool)
    for node in finished_nodes(round.pk):
        covered[slice(None) if node == round.owner_id else positions(round, node)] = True
    return covered


def finished_nodes(round_id) -> frozenset[int]:
    """Whose own compilation is finished."""
    return frozenset(compilations_finished(round_id))


@seldom
def compilations_finished(round_id):
    return NodeCompilation.objects.filter(round=round_id).exclude(finished_at=None).values_list("node_id", flat=True)


def states(round, node_id=None) -> dict[int, int]:
    """Body → its byte, in frame order: for a map, and for the names where they may be shown."""
    whole, places = vector(round), positions(round, node_id)
    asked = FramePosition.objects.filter(frame=round.frame_id).order_by("position")
    inside = np.zeros(len(whole), dtype=bool)
    inside[places] = True
    return {
        body: int(whole[at]) for body, at in asked.values_list("body_id", "position") if at < len(whole) and inside[at]
    }


def dashboard(rounds, node_ids=None):
    """Without nodes: the whole of each round, as Counts in the order given. With nodes: an array rounds × nodes × outcomes.

    Same number of queries for one round as for sixty; the vectors are read a few at a time.
    """
    if node_ids is None:
        return [counted(found) for _, found in vectors(rounds)]
    table = np.zeros((len(rounds), len(node_ids), len(Outcome)), dtype=np.int64)
    places = {}
    for row, (round, totals) in enumerate(node_totals(rounds)):
        if totals is not None:
            if round.frame_id not in places:
                places[round.frame_id] = ranges(round.frame).places(node_ids)
            here, there = places[round.frame_id]
            table[row, here] = totals[there]
    return table


def at_every_node(round):
    """(node ids, array nodes × outcomes) of one sent round: as they lie beside its vector, or from one pass over it."""
    [(_round, totals)] = node_totals([round])
    return ranges(round.frame).nodes, totals


@dataclass(frozen=True)
class Durations:
    """Days from sending to answer, of those who have answered."""

    answered: int
    median_days: float | None = None
    shortest_days: float | None = None
    longest_days: float | None = None
    median_receipt_days: float | None = None


def durations(round, node_id=None) -> Durations:
    pairs = _received(round.pk, *ends_of(round, node_id))
    receipts = [_days(round.sent_at, received) for received, _ in pairs]
    answers = [_days(round.sent_at, answered) for _, answered in pairs if answered]
    if not answers:
        return Durations(0, median_receipt_days=median(receipts) if receipts else None)
    return Durations(len(answers), median(answers), min(answers), max(answers), median(receipts))


@composed
def _received(round_id, *ends):
    rows = Delivery.objects.filter(between(*ends), round=round_id).exclude(received_at=None)
    return rows.values_list("received_at", "answered_at")


def _days(start, stop):
    return (stop - start).total_seconds() / 86_400
