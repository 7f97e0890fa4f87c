"""At least so much of a resource centre's money to work with municipalities: three questions that are never mixed.

*Planned* is what the parties say they will do, *agreed* what signed contracts say, *accounted* what was used.
Source: S0 app. 4, Resurser.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Stage(StrEnum):
    PLANNED = "planned"
    AGREED = "agreed"
    ACCOUNTED = "accounted"


class For(StrEnum):
    """Whose work the money goes to."""

    MUNICIPAL = "municipal"
    OWN = "own"


class ShareError(ValueError):
    """There is no share to tell: nothing is there yet, or two questions were asked at once."""


@dataclass(frozen=True)
class Contracted:
    """`ore`: whole öre, never negative: planned, agreed or accounted according to the stage."""

    stage: Stage
    to: For
    ore: int

    def __post_init__(self) -> None:
        if self.ore < 0:
            raise ShareError(f"{self.ore} öre is no amount of a contract")


def municipal_share(contracts: Iterable[Contracted]) -> Fraction:
    """Part of a resource centre's money that goes to work with municipalities, 0 to 1.

    Planned, agreed and accounted money are three different questions: pass the contracts of one kind only.
    Raises ShareError if nothing is contracted yet: 0/0 is not 0 %. Source: S0 app. 4, Resurser (at least 30 %).
    """
    rows = list(contracts)
    if len({row.stage for row in rows}) > 1:
        raise ShareError("planned, agreed and accounted money are three different questions")
    whole = sum(row.ore for row in rows)
    if not whole:
        raise ShareError("nothing is contracted yet")
    return Fraction(sum(row.ore for row in rows if row.to is For.MUNICIPAL), whole)


@dataclass(frozen=True)
class Checked:
    """One of the three questions answered. `share` is None while there is nothing to tell; then it neither holds nor fails.

    `whole_ore` and `municipal_ore`: what the share is of. `lacks_ore`: how much more must go to the municipalities,
    rounded up to a whole öre, for the share of the same whole to reach the least.
    """

    stage: Stage
    whole_ore: int
    municipal_ore: int
    least: Fraction
    share: Fraction | None

    @property
    def holds(self) -> bool | None:
        return None if self.share is None else self.share >= self.least

    @property
    def lacks_ore(self) -> int:
        """-(-a // b) rounds up: half an öre short is an öre short."""
        needed = self.least * self.whole_ore
        return max(0, -(-needed.numerator // needed.denominator) - self.municipal_ore)


def check(stage: Stage, municipal_ore: int, whole_ore: int, least: Fraction) -> Checked:
    """`whole_ore` 0: nothing is planned, agreed or accounted yet. More to municipalities than there is: ShareError."""
    if municipal_ore > whole_ore:
        raise ShareError(f"{municipal_ore} öre to municipalities is more than the whole of {whole_ore} öre")
    rows = [Contracted(stage, For.MUNICIPAL, municipal_ore), Contracted(stage, For.OWN, whole_ore - municipal_ore)]
    return Checked(stage, whole_ore, municipal_ore, least, municipal_share(rows) if whole_ore else None)
