"""What the nation's bodies have been asked, in rounds and in time: each round's frame counted once, each body once in it.

A body of two kinds (Gotland) counts as what it was asked as; where both its kinds were asked, or a list named it, as the
first of them in `Kind` (region before municipality): so the parts add up to the whole and nobody is counted twice.
Time is what the sender estimated; rounds without an estimate are counted and said, never guessed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from vaxel.network.domain.kinds import BIT, Kind, mask


class Level(StrEnum):
    """From which level something is asked."""

    NATIONAL = "national"
    HEALTHCARE_REGION = "healthcare_region"
    COUNTY = "county"
    PRINCIPAL = "principal"
    OTHER = "other"


_LEVEL = {
    Kind.NATION: Level.NATIONAL,
    Kind.SECRETARIAT: Level.NATIONAL,
    Kind.AGENCY: Level.NATIONAL,
    Kind.HEALTHCARE_REGION: Level.HEALTHCARE_REGION,
    Kind.RESOURCE_CENTRE: Level.HEALTHCARE_REGION,
    Kind.COUNTY: Level.COUNTY,
    Kind.REGION: Level.PRINCIPAL,
    Kind.MUNICIPALITY: Level.PRINCIPAL,
}


def level_of(kind: Kind) -> Level:
    return _LEVEL.get(kind, Level.OTHER)


@dataclass(frozen=True)
class Asked:
    """A round that was sent: `asked_as` are the kinds its audience named, `histogram` its frame (kinds as bits → bodies)."""

    year: int
    sender: Level
    minutes: int | None
    asked_as: frozenset[Kind]
    histogram: Mapping[int, int]


@dataclass(frozen=True)
class Sum:
    """`rounds` that reached the kind, `parts` bodies' parts of them, `minutes` of work in all of these together.

    `silent` are the rounds whose sender has estimated no time: their parts are in `parts` and not in `minutes`.
    """

    rounds: int = 0
    parts: int = 0
    minutes: int = 0
    silent: int = 0

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(
            self.rounds + other.rounds,
            self.parts + other.parts,
            self.minutes + other.minutes,
            self.silent + other.silent,
        )


def counted_as(kinds: int, asked_as: int) -> Kind | None:
    """The one kind a body with these bits counts as; None for a body of no kind."""
    chosen = kinds & asked_as or kinds
    return next((kind for kind, bit in BIT.items() if chosen & bit), None)


def parts_of(asked: Asked) -> Counter[Kind]:
    """How many bodies of each kind got the round."""
    named, found = mask(asked.asked_as), Counter[Kind]()
    for kinds, bodies in asked.histogram.items():
        if kind := counted_as(kinds, named):
            found[kind] += bodies
    return found


def sums(rounds: Iterable[Asked]) -> dict[tuple[int, Level, Kind], Sum]:
    """(year, the sender's level, the receivers' kind) → what they were asked. A round of two kinds is one in each."""
    found: dict[tuple[int, Level, Kind], Sum] = {}
    for one in rounds:
        for kind, bodies in parts_of(one).items():
            key = one.year, one.sender, kind
            found[key] = found.get(key, Sum()) + Sum(1, bodies, bodies * (one.minutes or 0), one.minutes is None)
    return found
