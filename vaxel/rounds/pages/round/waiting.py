"""Who has not answered: by name for the sender and the own county, as a number for everyone else."""

from dataclasses import dataclass

from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.queries.receivers import missing


@dataclass(frozen=True)
class Waiting:
    """`lines` are the first ones by name; `vacant` counts seats among all of them. Empty where names may not be seen."""

    lines: tuple = ()
    number: int = 0
    vacant: int = 0

    @property
    def more(self):
        return self.number - len(self.lines)


def waiting_list(actor, round, place, *, named, asks):
    if not named or round.state == RoundState.RECALLED:
        return Waiting()
    found = missing(round, actor, place.node_id, asks=asks)
    return Waiting(tuple(found.first), found.number, found.vacant)
