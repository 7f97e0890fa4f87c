"""How many have said what they have to say, for a list of rounds at once: the whole of one's own, one's part of others'."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from vaxel.composed import composed
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.domain.state import DONE, OUTCOME_BITS, Outcome
from vaxel.rounds.models import FrameRange
from vaxel.rounds.queries.vectors import vectors

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
    """Round → tally. Three queries however many rounds; `whole` are the ids of those counted in full."""
    states_of = {round.pk: states for round, states in vectors(rounds)}
    ranges = _ranges(rounds, node_id)
    found = {}
    for round in rounds:
        states = states_of[round.pk]
        stretches = None if round.pk in whole else ranges.get(round.frame_id, [])
        if len(states) and (stretches is None or stretches):
            found[round.pk] = _tally(round, states, stretches)
    return found


def _tally(round, states, stretches):
    part = states if stretches is None else np.concatenate([states[start:stop] for start, stop in stretches])
    outcomes = np.bincount(part & OUTCOME_BITS, minlength=8)
    done = CONFIRMED if round.kind == RoundKind.MAILING else SAID
    return Tally(int(outcomes[1:].sum()), int(sum(outcomes[one] for one in done)))


def _ranges(rounds, node_id):
    found = defaultdict(list)
    if node_id is not None:
        for frame, start, stop in _stretches({round.frame_id for round in rounds} - {None}, node_id):
            found[frame].append((start, stop))
    return found


@composed
def _stretches(frames, node_id):
    return FrameRange.objects.filter(frame__in=frames, node=node_id).values_list("frame_id", "start", "stop")
