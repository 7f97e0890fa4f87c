"""Rows rounded to whole units (kronor): each alone, or so that they sum; in one pass, or by county first.

Each kind of receiver is rounded by itself: what the agreement gives the municipalities stays with the municipalities.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from vaxel.funding.domain.apportion import half_up, largest_remainder, nearest
from vaxel.funding.domain.nested import CountySum, by_county
from vaxel.funding.domain.rows import Row
from vaxel.funding.domain.terms import Level, Receivers, Rounding, Terms


class Payout(NamedTuple):
    """`share_ore` is the row's exact sum to the nearest öre; `payout_ore` whole units of what is part/whole öre."""

    kind: Receivers
    code: str
    name: str
    share_ore: int
    payout_ore: int
    part: int
    whole: int

    @property
    def exact(self) -> Fraction:
        return Fraction(self.part, self.whole)


def paid(rows: list[Row], terms: Terms) -> tuple[tuple[Payout, ...], tuple[CountySum, ...]]:
    payouts: list[Payout] = []
    counties: list[CountySum] = []
    for receivers, group in _by_kind(rows):
        if terms.level is Level.NESTED and receivers is Receivers.MUNICIPALITY:
            units, sums = by_county(group, terms.rounding, terms.unit_ore)
            counties.extend(sums)
        else:
            units = in_units(group, terms.rounding, terms.unit_ore)
        payouts.extend(_payout(row, each * terms.unit_ore) for row, each in zip(group, units, strict=True))
    return tuple(payouts), tuple(counties)


def in_units(rows: list[Row], rounding: Rounding, unit_ore: int) -> list[int]:
    """Of rows with one denominator. A larger row goes before a smaller with an equal remainder."""
    parts, whole = [row.part for row in rows], rows[0].whole * unit_ore
    if rounding is Rounding.NEAREST:
        return nearest(parts, whole)
    return largest_remainder(parts, whole, sum(parts) // whole, parts, [row.area.code for row in rows])


def _payout(row: Row, ore: int) -> Payout:
    return Payout(row.receivers, row.area.code, row.area.name, half_up(row.part, row.whole), ore, row.part, row.whole)


def _by_kind(rows: list[Row]) -> Iterator[tuple[Receivers, list[Row]]]:
    for receivers, group in groupby(rows, key=lambda row: row.receivers):
        yield receivers, list(group)
