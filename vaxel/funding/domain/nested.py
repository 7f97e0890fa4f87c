"""The 21 counties first, and then the municipalities within each, by what they are to have exactly.

A county's part is the exact sum of its municipalities'. With largest remainder each level sums to what is above it, and a
municipality gets less than two units more or less than its exact part; a pass over all of them keeps within one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from vaxel.funding.domain.apportion import largest_remainder, nearest
from vaxel.funding.domain.rows import Row
from vaxel.funding.domain.terms import Rounding, TermsError
from vaxel.rounds.domain.sentence import _


class CountySum(NamedTuple):
    """part/whole öre is the exact sum of the county's municipalities."""

    code: str
    payout_ore: int
    part: int
    whole: int


def by_county(rows: list[Row], rounding: Rounding, unit_ore: int) -> tuple[list[int], list[CountySum]]:
    """Units in the order of `rows`, and what each county got."""
    members: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        members.setdefault(_county(row), []).append(at)
    codes = sorted(members)
    whole = rows[0].whole
    sums = [sum(rows[at].part for at in members[code]) for code in codes]
    given = _rounded(rounding, sums, whole * unit_ore, sum(sums) // (whole * unit_ore), sums, codes)
    units = [0] * len(rows)
    for code, county, total in zip(codes, given, sums, strict=True):
        within = members[code]
        shares = _within([rows[at] for at in within], county, total, rounding)
        for at, each in zip(within, shares, strict=True):
            units[at] = each
    return units, [CountySum(c, g * unit_ore, s, whole) for c, g, s in zip(codes, given, sums, strict=True)]


def _within(rows: list[Row], units: int, total: int, rounding: Rounding) -> list[int]:
    parts = [row.part for row in rows]
    if not total:
        return [0] * len(rows)
    return _rounded(rounding, [units * part for part in parts], total, units, parts, [row.area.code for row in rows])


def _rounded(
    rounding: Rounding, parts: Sequence[int], whole: int, total: int, keys: Sequence[int], codes: Sequence[str]
) -> list[int]:
    if rounding is Rounding.NEAREST:
        return nearest(parts, whole)
    return largest_remainder(parts, whole, total, keys, codes)


def _county(row: Row) -> str:
    area = row.area
    if not area.parent and len(area.code) != 4:
        raise TermsError(
            _("%(name)s har koden %(code)s, som inte säger vilket län den ligger i: skriv kommunkoden med fyra siffror."),
            name=area.name, code=area.code,
        )  # fmt: skip
    return area.county
