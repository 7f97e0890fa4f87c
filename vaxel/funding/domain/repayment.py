"""What is to be repaid: findings − refunded − justified − written off, with a last day, a grace and a reason."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Due(StrEnum):
    SETTLED = "settled"
    AHEAD = "ahead"
    GRACE = "grace"  # the last day has passed, and nothing happens yet
    LATE = "late"


@dataclass(frozen=True)
class Claim:
    """Sums in öre. `deadline` is the last day; `grace_days` more may pass before it is late."""

    findings: int
    refunded: int = 0
    justified: int = 0
    written_off: int = 0
    deadline: dt.date = dt.date.max
    grace_days: int = 0

    @property
    def outstanding(self) -> int:
        return self.findings - self.refunded - self.justified - self.written_off

    def due(self, day: dt.date) -> Due:
        if self.outstanding <= 0:
            return Due.SETTLED
        if day <= self.deadline:
            return Due.AHEAD
        return Due.GRACE if (day - self.deadline).days <= self.grace_days else Due.LATE

    def days_late(self, day: dt.date) -> int:
        """From the last day, grace and all: a grace that is passed is no longer given."""
        return (day - self.deadline).days if self.due(day) == Due.LATE else 0
