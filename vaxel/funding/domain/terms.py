"""The terms of an agreement that decide who gets what: pure data, as it comes from a draft, a file or a scenario."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from vaxel.rounds.domain.sentence import Sentence


class Receivers(StrEnum):
    """Who shares a stream's pot. The words are network's kinds of body."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    COUNTY = "county"
    HEALTHCARE_REGION = "healthcare_region"


class Allocation(StrEnum):
    """The key (fördelningsnyckel)."""

    POPULATION = "population"
    EQUAL = "equal"
    BASE_AND_POPULATION = "base_and_population"
    SHARES = "shares"  # a table of parts
    ENTERED = "entered"  # amounts as the agreement states them


class Rounding(StrEnum):
    NEAREST = "nearest"  # each receiver alone, half up: as published Swedish tables
    LARGEST_REMAINDER = "largest_remainder"  # sums to the pot


class Level(StrEnum):
    DIRECT = "direct"  # one pass over all receivers
    NESTED = "nested"  # the 21 counties first, then within each


@dataclass(frozen=True)
class StreamTerms:
    """Amounts are whole öre. `amounts` and `shares` are by the receiver's code, for ENTERED and SHARES alone.

    `in_all`: how many share the pot, where not all of them are given to `allocate` (0: those that are).
    """

    key: str
    title: str
    pot_ore: int
    receivers: Receivers
    allocation: Allocation
    reference_date: dt.date | None = None
    base_ore: int = 0
    amounts: Mapping[str, int] = field(default_factory=dict)
    shares: Mapping[str, int] = field(default_factory=dict)
    in_all: int = 0


@dataclass(frozen=True)
class Terms:
    """`unit_ore`: payouts are whole multiples of it (100: whole kronor)."""

    name: str
    year: int
    streams: tuple[StreamTerms, ...]
    rounding: Rounding
    level: Level = Level.DIRECT
    unit_ore: int = 100


class TermsError(ValueError):
    """Terms, or what they are to be reckoned on, that give no allocation: one sentence that says where and what to do.

    `sentence` is for a page to translate; str() is the Swedish.
    """

    def __init__(self, text: str, **values: object) -> None:
        self.sentence = Sentence(text, values)
        super().__init__(str(self.sentence))
