"""Which rounding an old table used: each is tried on its rows, and what they tell is said with the rows that tell it.

A published table shows shares to the öre and a payout in whole kronor, seldom how one came from the other. Three ways are
tried: the row's sum rounded once, each stream rounded and then added, and largest remainder (of a whole table with exact shares).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor, lcm

from vaxel.funding.domain.apportion import half_up, largest_remainder
from vaxel.rounds.domain.sentence import Sentence, _
from vaxel.rounds.domain.shown import kronor


class Method(StrEnum):
    ROW_ONCE = "row_once"
    STREAM_BY_STREAM = "stream_by_stream"
    LARGEST_REMAINDER = "largest_remainder"


@dataclass(frozen=True)
class OldRow:
    """`exact` is each stream's share in öre where its key is known; else the shown share stands for it, ± half an öre."""

    code: str
    name: str
    shares_ore: tuple[int, ...]
    payout_ore: int
    exact: tuple[Fraction, ...] | None = None


@dataclass(frozen=True)
class OldTable:
    """`pots_ore` of the streams in the order of the rows' shares."""

    pots_ore: tuple[int, ...]
    rows: tuple[OldRow, ...]
    unit_ore: int = 100


@dataclass(frozen=True)
class Miss:
    row: OldRow
    low_ore: int
    high_ore: int  # the same as low where the exact shares are known


@dataclass(frozen=True)
class Fit:
    """`tried` False: only a whole table with exact shares tells of remainders."""

    method: Method
    tried: bool
    misses: tuple[Miss, ...] = ()

    @property
    def fits(self) -> bool:
        return self.tried and not self.misses


@dataclass(frozen=True)
class Finding:
    """`odd_shares`: rows whose shown shares are not the nearest öre of the exact ones, so that the key is in doubt."""

    table: OldTable
    fits: tuple[Fit, ...]
    odd_shares: tuple[OldRow, ...]

    @property
    def methods(self) -> tuple[Method, ...]:
        """Those that give every payout. More than one: the table has no row that tells them apart."""
        return tuple(fit.method for fit in self.fits if fit.fits)

    @property
    def sentence(self) -> Sentence:
        rows = len(self.table.rows)
        if len(self.methods) == 1:
            return Sentence(WORDS[self.methods[0]], {"rows": rows})
        if self.methods:
            return Sentence(
                _("Ingen av de %(rows)s raderna skiljer sätten åt: flera ger samma utbetalningar."), {"rows": rows}
            )
        return Sentence(_("Inget av sätten ger alla de %(rows)s utbetalningarna."), {"rows": rows})

    @property
    def evidence(self) -> tuple[Sentence, ...]:
        """A line a method: how many rows it gives, and the first that it does not."""
        return tuple(_told(fit, len(self.table.rows)) for fit in self.fits)


WORDS = {
    Method.ROW_ONCE: _("Tabellen är avrundad en gång, på radens exakta summa: det ger alla %(rows)s utbetalningar."),
    Method.STREAM_BY_STREAM: _(
        "Tabellen är avrundad inriktning för inriktning och sedan adderad: det ger alla %(rows)s utbetalningar."
    ),
    Method.LARGEST_REMAINDER: _(
        "Tabellen är avrundad med största rest, så att den summerar: det ger alla %(rows)s utbetalningar."
    ),
}
NAMES = {
    Method.ROW_ONCE: _("En gång på raden: %(right)s av %(rows)s rader stämmer."),
    Method.STREAM_BY_STREAM: _("Inriktning för inriktning: %(right)s av %(rows)s rader stämmer."),
    Method.LARGEST_REMAINDER: _("Största rest: %(right)s av %(rows)s rader stämmer."),
}
MISSED = {
    Method.ROW_ONCE: _(
        "En gång på raden: %(right)s av %(rows)s rader stämmer; %(name)s skulle få %(ours)s kr, inte %(theirs)s kr."
    ),
    Method.STREAM_BY_STREAM: _(
        "Inriktning för inriktning: %(right)s av %(rows)s rader stämmer; %(name)s skulle få %(ours)s kr, inte %(theirs)s kr."
    ),
    Method.LARGEST_REMAINDER: _(
        "Största rest: %(right)s av %(rows)s rader stämmer; %(name)s skulle få %(ours)s kr, inte %(theirs)s kr."
    ),
}


def rounding_used(table: OldTable) -> Finding:
    whole = tuple(
        Fit(method, True, tuple(_missed(table, [_ranges(row, table.unit_ore)[method] for row in table.rows])))
        for method in (Method.ROW_ONCE, Method.STREAM_BY_STREAM)
    )
    odd = tuple(row for row in table.rows if row.exact and row.shares_ore != tuple(_nearest(e) for e in row.exact))
    return Finding(table, (*whole, _of_remainders(table)), odd)


Range = tuple[int, int]  # in units, both ends with


def _ranges(row: OldRow, unit: int) -> dict[Method, Range]:
    """What the row may have come to. A shown share is the true one ± half an öre, half up: its upper end is not with."""
    if row.exact:
        once = _nearest(sum(row.exact, Fraction(0)) / unit)
        each = sum(_nearest(share / unit) for share in row.exact)
        return {Method.ROW_ONCE: (once, once), Method.STREAM_BY_STREAM: (each, each)}
    slack = len(row.shares_ore)
    return {
        Method.ROW_ONCE: _range(sum(row.shares_ore), slack, unit),
        Method.STREAM_BY_STREAM: _added([_range(share, 1, unit) for share in row.shares_ore]),
    }


def _range(ore: int, halves: int, unit: int) -> Range:
    """Nearest units of ore − halves/2 and of just below ore + halves/2."""
    return half_up(max(2 * ore - halves, 0), 2 * unit), ceil(Fraction(2 * ore + halves, 2 * unit) + Fraction(1, 2)) - 1


def _added(ranges: Sequence[Range]) -> Range:
    return sum(low for low, _high in ranges), sum(high for _low, high in ranges)


def _of_remainders(table: OldTable) -> Fit:
    pot, sums = sum(table.pots_ore), [sum(row.exact, Fraction(0)) for row in table.rows if row.exact]
    if not table.rows or len(sums) < len(table.rows) or sum(sums) != pot:
        return Fit(Method.LARGEST_REMAINDER, tried=False)
    whole = lcm(*(each.denominator for each in sums))
    parts = [int(each * whole) for each in sums]
    codes = [row.code for row in table.rows]
    units = largest_remainder(parts, whole * table.unit_ore, pot // table.unit_ore, parts, codes)
    return Fit(Method.LARGEST_REMAINDER, True, tuple(_missed(table, [(each, each) for each in units])))


def _missed(table: OldTable, ranges: Sequence[Range]) -> list[Miss]:
    unit = table.unit_ore
    return [
        Miss(row, low * unit, high * unit)
        for row, (low, high) in zip(table.rows, ranges, strict=True)
        if not low * unit <= row.payout_ore <= high * unit
    ]


def _nearest(exact: Fraction) -> int:
    return floor(exact + Fraction(1, 2))


def _told(fit: Fit, rows: int) -> Sentence:
    if not fit.tried:
        return Sentence(_("Största rest: går inte att pröva utan alla mottagare och deras exakta andelar."))
    values: dict[str, object] = {"right": rows - len(fit.misses), "rows": rows}
    if not fit.misses:
        return Sentence(NAMES[fit.method], values)
    first = fit.misses[0]
    told = {"name": first.row.name, "ours": kronor(first.low_ore), "theirs": kronor(first.row.payout_ore)}
    return Sentence(MISSED[fit.method], values | told)
