"""Who gets what: each stream shared exactly, shown to the öre; each receiver's streams added exactly and rounded once.

Published Swedish tables do so (S3): a share is the nearest öre of the pot itself, and the payout is the row's exact sum,
rounded to whole kronor half up. Rounding stream by stream and then adding gives other payouts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from vaxel.funding.domain.apportion import nearest
from vaxel.funding.domain.areas import COUNTRY, Area
from vaxel.funding.domain.checking import check_some_will_do, check_terms
from vaxel.funding.domain.keys import Keyed, Source, keyed
from vaxel.funding.domain.lines import NamedLine, lines_of_payouts, lines_of_stream
from vaxel.funding.domain.nested import CountySum
from vaxel.funding.domain.payouts import Payout, paid
from vaxel.funding.domain.register import Register, register
from vaxel.funding.domain.rows import summed
from vaxel.funding.domain.terms import Receivers, StreamTerms, Terms

VERSION = "1"  # a change of any amount for the same input is a new version: old receipts say what they were made by


class Share(NamedTuple):
    """`share_ore` is part/whole öre, to the nearest, half up."""

    code: str
    name: str
    population: int | None
    share_ore: int
    part: int
    whole: int

    @property
    def exact(self) -> Fraction:
        return Fraction(self.part, self.whole)


@dataclass(frozen=True)
class AllocatedStream:
    """`difference_ore` is the pot less the shares as shown; its `lines` say what it is made of."""

    key: str
    title: str
    receivers: Receivers
    pot_ore: int
    denominator: int | None
    denominator_source: Source
    shares: tuple[Share, ...]
    sum_share_ore: int
    difference_ore: int
    lines: tuple[NamedLine, ...] = ()


@dataclass(frozen=True)
class Allocated:
    """`areas` are those that it was reckoned on, out of all that were given: a receipt needs no more."""

    streams: tuple[AllocatedStream, ...]
    payouts: tuple[Payout, ...]
    sum_payout_ore: int
    difference_ore: int
    lines: tuple[NamedLine, ...]
    counties: tuple[CountySum, ...]  # of a nested allocation
    areas: tuple[Area, ...]


def allocate(terms: Terms, areas: Iterable[Area]) -> Allocated:
    """In the order of the streams; receivers by kind and code, whatever the order of `areas`. Raises TermsError."""
    check_terms(terms)
    found = register(areas)
    keys = [_keyed(stream, terms, found) for stream in terms.streams]
    rows = summed(terms.streams, keys)
    payouts, counties = paid(rows, terms)
    total = sum(payout.payout_ore for payout in payouts)
    difference = sum(stream.pot_ore for stream in terms.streams) - total
    return Allocated(
        tuple(_shown(stream, key) for stream, key in zip(terms.streams, keys, strict=True)),
        payouts,
        total,
        difference,
        lines_of_payouts(terms, keys, rows, difference),
        counties,
        _used(keys, found),
    )


def _keyed(stream: StreamTerms, terms: Terms, found: Register) -> Keyed:
    key = keyed(stream, found)
    if sum(key.parts) != stream.pot_ore * key.whole:
        check_some_will_do(stream, terms)
    return key


def _shown(stream: StreamTerms, key: Keyed) -> AllocatedStream:
    shown = nearest(key.parts, key.whole)
    shares = tuple(
        [
            Share(area.code, area.name, area.population, ore, part, key.whole)
            for area, ore, part in zip(key.areas, shown, key.parts, strict=True)
        ]
    )
    difference = stream.pot_ore - sum(shown)
    return AllocatedStream(
        stream.key,
        stream.title,
        stream.receivers,
        stream.pot_ore,
        key.denominator,
        key.source,
        shares,
        sum(shown),
        difference,
        lines_of_stream(stream, key, difference),
    )


def _used(keys: list[Keyed], found: Register) -> tuple[Area, ...]:
    """Receivers, and the country's row of each of their days."""
    listed = {id(key.areas): key.areas for key in keys}.values()  # many streams go to the same
    areas = {(area.kind, area.code, area.reference_date): area for each in listed for area in each}
    for day in {day for _kind, _code, day in areas}:
        if country := found.days(COUNTRY).get(day):
            areas[COUNTRY, "", day] = country.areas[0]
    return tuple(areas[place] for place in sorted(areas))
