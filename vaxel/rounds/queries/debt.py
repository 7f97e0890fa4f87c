"""What senders owe those who answered: rounds that are closed, and nobody has said what the answers led to."""

import datetime as dt
from dataclasses import dataclass

from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Round

PATIENCE = dt.timedelta(days=60)  # after which it is owed; ours, no document states a time


@dataclass(frozen=True)
class Debt:
    round: Round
    sender: str
    closed: dt.date
    days: int

    @property
    def is_owed(self) -> bool:
        return self.days > PATIENCE.days


def debts(actor, *, owner=None) -> list[Debt]:
    """Those that one may read, the longest waiting first. Two queries."""
    rows = Round.objects.visible_to(actor).filter(state=RoundState.CLOSED).order_by("closed_at")
    rows = list(rows.filter(owner=owner) if owner else rows)
    names = at(clock.today()).names({row.owner_id for row in rows})
    return [_debt(row, names) for row in rows]


def debt_of(round) -> Debt | None:
    """Of one round; None while it is open, and once it has been fed back."""
    return _debt(round, at(clock.today()).names([round.owner_id])) if round.state == RoundState.CLOSED else None


def _debt(round, names):
    closed = swedish_day(round.closed_at)
    return Debt(round, names.get(round.owner_id, ""), closed, (clock.today() - closed).days)
