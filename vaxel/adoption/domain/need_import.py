"""A file of need figures, row by row: what becomes of each, before anything is written. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

LARGEST = 10**12
MOST_DECIMALS = 4


class Fate(StrEnum):
    TAKEN = "taken"
    NO_FIGURE = "no_figure"  # a body without a figure is told of as such, never as without need
    UNKNOWN = "unknown"  # no body it is meant for has that code or name
    NOT_A_NUMBER = "not_a_number"
    TWICE = "twice"


@dataclass(frozen=True)
class Row:
    line: int
    code: str
    name: str
    figure: str


@dataclass(frozen=True)
class Judged:
    row: Row
    fate: Fate
    body: int | None = None
    value: Fraction | None = None


def judge(rows: Iterable[Row], codes: Mapping[str, int], names: Mapping[str, int]) -> list[Judged]:
    """`codes` and `names` (lower case) say which body is meant; a code decides over a name. A body on two lines is
    taken from neither: nobody but the sender knows which is right.
    """
    found = [_judged(row, codes, names) for row in rows]
    often = Counter(one.body for one in found if one.body is not None)
    return [Judged(one.row, Fate.TWICE) if one.body is not None and often[one.body] > 1 else one for one in found]


def _judged(row: Row, codes: Mapping[str, int], names: Mapping[str, int]) -> Judged:
    body = body_meant(row, codes, names)
    if body is None:
        return Judged(row, Fate.UNKNOWN)
    if not row.figure:
        return Judged(row, Fate.NO_FIGURE, body)
    value = number(row.figure)
    return Judged(row, Fate.NOT_A_NUMBER, body) if value is None else Judged(row, Fate.TAKEN, body, value)


def body_meant(row: Row, codes: Mapping[str, int], names: Mapping[str, int]) -> int | None:
    """A spreadsheet takes the nought from 0180; it is given back."""
    if row.code:
        return next((codes[code] for code in (row.code, row.code.zfill(2), row.code.zfill(4)) if code in codes), None)
    return names.get(row.name.casefold())


def number(written: str) -> Fraction | None:
    """12,5 and 12.5 and 1 234,5; None for what is no number, or one that cannot be told from another (1.234,5)."""
    plain = written.replace("\u00a0", "").replace("\u202f", "").replace(" ", "").replace("−", "-").replace(",", ".")
    whole, _point, decimals = plain.removeprefix("-").partition(".")
    if not (whole.isascii() and whole.isdigit()) or (decimals and not (decimals.isascii() and decimals.isdigit())):
        return None
    if len(whole) > len(str(LARGEST)):
        return None
    value = Fraction(f"{whole}.{decimals[:MOST_DECIMALS] or 0}")
    if value > LARGEST:
        return None
    return -value if plain.startswith("-") else value
