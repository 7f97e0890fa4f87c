"""Budget lines: what the money is meant for, what has been agreed, what it came to. Sums in öre."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """Planned, agreed and accounted are three different questions, and None is not nought: nothing is said yet."""

    label: str
    planned: int = 0
    agreed: int | None = None
    accounted: int | None = None


@dataclass(frozen=True)
class Summed:
    granted: int
    planned: int
    agreed: int
    accounted: int

    @property
    def unplanned(self) -> int:
        """What no line has taken yet; a minus is more planned than there is."""
        return self.granted - self.planned

    @property
    def over(self) -> dict[str, int]:
        """By how much each sum exceeds what there is; only those that do."""
        sums = {"planned": self.planned, "agreed": self.agreed, "accounted": self.accounted}
        return {name: total - self.granted for name, total in sums.items() if total > self.granted}


def summed(lines: Iterable[Line], granted: int) -> Summed:
    """`granted` is what the body has had of it in all: granted, received and carried in, less what it sent on."""
    kept = list(lines)
    return Summed(
        granted=granted,
        planned=sum(line.planned for line in kept),
        agreed=sum(line.agreed or 0 for line in kept),
        accounted=sum(line.accounted or 0 for line in kept),
    )
