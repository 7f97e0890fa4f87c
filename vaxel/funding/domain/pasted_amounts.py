"""Amounts or shares pasted from a sheet, row by row: what becomes of each before anything is written. Pure.

A row is a code or a name (or both) and a sum: with tabs or semicolons between, as a sheet is pasted, or as typed
("2080 Falun 131 634,63"). A body on two rows is taken from neither: only the sender knows which is right.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import lcm

from vaxel.rounds.domain.written import WrittenError, number, ore

MOST_ROWS = 1000
LARGEST_PARTS = 10**9


class Fate(StrEnum):
    TAKEN = "taken"
    EMPTY = "empty"  # no sum: the receiver gets nothing of this stream
    UNKNOWN = "unknown"  # no receiver has that code or name
    NOT_A_SUM = "not_a_sum"
    TWICE = "twice"


@dataclass(frozen=True)
class Row:
    line: int
    who: str
    written: str


@dataclass(frozen=True)
class Judged:
    """`value`: whole öre, or a share as it stands (shares are parts of their sum)."""

    row: Row
    fate: Fate
    body: int | None = None
    value: Fraction | None = None


_TYPED = re.compile(
    r"(?P<who>\d{1,4}\s+\D.*?|\d{1,4}|\D.*?)\s+(?P<sum>[-−+]?\d[\d\s\u00a0\u202f.,]*(?:kr|kronor|tkr|mkr|mnkr|%)?)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(kod|kommun|kommunkod|region|län|namn|mottagare|belopp|summa|andel|kronor|kr)[\s\t;:]*", re.IGNORECASE
)


def rows_of(text: str) -> list[Row]:
    """Empty lines and a line of headings are passed over; a line without a sum is kept, to be told of."""
    found = []
    for line, written in enumerate(text.splitlines()[: MOST_ROWS + 1], 1):
        bare = written.strip()
        if not bare or (line == 1 and not any(sign.isdigit() for sign in bare) and _HEADING.match(bare)):
            continue
        found.append(Row(line, *_parted(bare)))
    return found


def _parted(bare: str) -> tuple[str, str]:
    cells = [cell.strip() for cell in re.split(r"[\t;]", bare)]
    if len(cells) > 1:
        return " ".join(cell for cell in cells[:-1] if cell), cells[-1]
    if match := _TYPED.fullmatch(bare):
        return match["who"].strip(), match["sum"].strip()
    return bare, ""


def judge(rows: list[Row], codes: Mapping[str, int], names: Mapping[str, int], *, shares: bool) -> list[Judged]:
    """`codes` and `names` (lower case) say which body is meant; a code decides over a name."""
    found = [_judged(row, codes, names, shares) for row in rows]
    often = Counter(one.body for one in found if one.body is not None)
    return [
        replace(one, fate=Fate.TWICE, value=None) if one.body is not None and often[one.body] > 1 else one
        for one in found
    ]


def _judged(row: Row, codes: Mapping[str, int], names: Mapping[str, int], shares: bool) -> Judged:
    body = meant(row.who, codes, names)
    if body is None:
        return Judged(row, Fate.UNKNOWN)
    if not row.written or row.written in {"-", "–"}:
        return Judged(row, Fate.EMPTY, body)
    try:
        value = number(row.written.removesuffix("%"), decimals=3) if shares else Fraction(ore(row.written))
    except WrittenError:
        return Judged(row, Fate.NOT_A_SUM, body)
    return Judged(row, Fate.TAKEN, body, value) if value >= 0 else Judged(row, Fate.NOT_A_SUM, body)


def meant(who: str, codes: Mapping[str, int], names: Mapping[str, int]) -> int | None:
    """ "2080 Falun", "2080", "Falun"; a sheet takes the nought from 0180, and it is given back."""
    first, _space, _rest = who.partition(" ")
    if first.isascii() and first.isdigit():
        return next((codes[code] for code in (first, first.zfill(2), first.zfill(4)) if code in codes), None)
    return names.get(who.casefold())


def whole_parts(values: Mapping[int, Fraction]) -> dict[int, int]:
    """Shares with decimals as whole parts of the same whole: 33,3 and 66,7 are 333 and 667."""
    scale = lcm(*(value.denominator for value in values.values())) if values else 1
    return {body: int(value * scale) for body, value in values.items()}
