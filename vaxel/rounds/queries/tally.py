"""How many have said what they have to say, for a list of rounds at once: the whole of one's own, one's part of others'."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from django.db.models import Exists, OuterRef

from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.domain.state import DONE, OUTCOME_BITS, Outcome
from vaxel.rounds.models import Delivery, FrameRange, StateVector, UnfoldedMark

SAID = tuple(DONE)
CONFIRMED = (Outcome.RECEIVED, *DONE)  # a mailing asks for nothing more


@dataclass(frozen=True)
class Tally:
    asked: int
    done: int

    @property
    def missing(self):
        return self.asked - self.done


def tallies(rounds, node_id, *, whole) -> dict[int, Tally]:
    """Round → tally. Four queries however many rounds; `whole` are the ids of those counted in full."""
    vectors = _vectors(rounds)
    ranges = _ranges(rounds, node_id)
    found = {}
    for round in rounds:
        states = vectors.get(round.pk)
        stretches = None if round.pk in whole else ranges.get(round.frame_id, [])
        if states is not None and (stretches is None or stretches):
            found[round.pk] = _tally(round, states, stretches)
    return found


def _tally(round, states, stretches):
    part = states if stretches is None else np.concatenate([states[start:stop] for start, stop in stretches])
    outcomes = np.bincount(part & OUTCOME_BITS, minlength=8)
    done = CONFIRMED if round.kind == RoundKind.MAILING else SAID
    return Tally(int(outcomes[1:].sum()), int(sum(outcomes[one] for one in done)))


def _vectors(rounds):
    """Marks are laid over what is folded: read before the vectors, so that a fold in between shows twice, never not."""
    ids = [round.pk for round in rounds]
    marks = UnfoldedMark.objects.filter(round_id=OuterRef("round_id"), position=OuterRef("position"))
    fresh = defaultdict(list)
    for round_id, position, state in Delivery.objects.filter(Exists(marks), round__in=ids).values_list(
        "round_id", "position", "state"
    ):
        fresh[round_id].append((position, state))
    found = {}
    for round_id, stored in StateVector.objects.filter(round__in=ids).values_list("round_id", "states"):
        states = np.frombuffer(bytes(stored), dtype=np.uint8).copy()
        for position, state in fresh[round_id]:
            states[position] = state
        found[round_id] = states
    return found


def _ranges(rounds, node_id):
    found = defaultdict(list)
    if node_id is not None:
        rows = FrameRange.objects.filter(frame__in={round.frame_id for round in rounds}, node=node_id)
        for frame, start, stop in rows.values_list("frame_id", "start", "stop"):
            found[frame].append((start, stop))
    return found
