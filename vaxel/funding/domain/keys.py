"""What each receiver of a stream is to have, exactly: a numerator each, over one denominator for the stream.

The pot is P, the receivers' keys k with the sum K: population P·k/K; equal P/N; base and population b + (P − N·b)·k/K.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.register import At, Listing, Register, absent, sharing
from vaxel.funding.domain.terms import Allocation, StreamTerms, TermsError
from vaxel.funding.domain.wording import alike
from vaxel.rounds.domain.sentence import _
from vaxel.rounds.domain.shown import kronor


class Source(StrEnum):
    """Whence the denominator."""

    COUNTRY = "country"  # the country's own row of that date
    SUM = "sum_of_receivers"
    NUMBER = "number_of_receivers"
    PARTS = "sum_of_parts"
    ENTERED = "entered"  # there is none


@dataclass(frozen=True)
class Keyed:
    """`parts` and `keys` in the order of `areas`, by code; each part is over `whole`. `unlisted`: people in the country
    beyond those of the receivers; None where that is not known.
    """

    areas: tuple[Area, ...]
    parts: tuple[int, ...]
    keys: tuple[int, ...]
    whole: int
    denominator: int | None
    source: Source
    unlisted: int | None = None


def keyed(stream: StreamTerms, found: Register) -> Keyed:
    """Raises TermsError."""
    return KEYS[stream.allocation](stream, found)


def _population(stream: StreamTerms, found: Register) -> Keyed:
    return _by_population(stream, found, _all(stream, found), pot=stream.pot_ore, base=0)


def _base_and_population(stream: StreamTerms, found: Register) -> Keyed:
    listing = _all(stream, found)
    number = _number(stream, found, listing)
    pot = stream.pot_ore - number * stream.base_ore
    if pot < 0:
        raise TermsError(
            _(
                "Grundbeloppet i inriktningen ”%(stream)s” räcker inte till: %(number)s mottagare à %(base)s kr är mer än "
                "potten på %(pot)s kr; sänk det (base_kr)."
            ),
            stream=stream.key, number=number, base=kronor(stream.base_ore), pot=kronor(stream.pot_ore),
        )  # fmt: skip
    return _by_population(stream, found, listing, pot=pot, base=stream.base_ore)


def _by_population(stream: StreamTerms, found: Register, listing: Listing, *, pot: int, base: int) -> Keyed:
    country = _counted(stream, found, listing)
    whole = listing.total if country is None else country
    return Keyed(
        listing.areas,
        tuple([base * whole + pot * each for each in listing.people]),
        listing.people,
        whole,
        whole,
        Source.SUM if country is None else Source.COUNTRY,
        None if country is None else country - listing.total,
    )


def _counted(stream: StreamTerms, found: Register, listing: Listing) -> int | None:
    """The country's people, if known; refused unless all receivers' are, and those fit in the country."""
    if area := listing.uncounted:
        raise TermsError(
            _(
                "Inriktningen ”%(stream)s” fördelas efter folkmängd, och folkmängden för %(name)s (%(code)s) saknas: "
                "lägg till den."
            ),
            stream=stream.key, name=area.name, code=area.code,
        )  # fmt: skip
    if listing.total == 0:
        raise TermsError(
            _("Inriktningen ”%(stream)s” har ingen att fördela på: mottagarna har tillsammans 0 invånare den %(day)s."),
            stream=stream.key, day=listing.day,
        )  # fmt: skip
    country = found.country(listing.day)
    if country is not None and listing.total > country:
        raise TermsError(
            _(
                "Mottagarna i inriktningen ”%(stream)s” har %(total)s invånare, fler än rikets %(country)s den %(day)s: "
                "rätta den rad som är fel."
            ),
            stream=stream.key, total=listing.total, country=country, day=listing.day,
        )  # fmt: skip
    return country


def _equal(stream: StreamTerms, found: Register) -> Keyed:
    listing = _all(stream, found)
    number, listed = _number(stream, found, listing), len(listing.areas)
    unlisted = _unlisted(found, listing)
    return Keyed(listing.areas, (stream.pot_ore,) * listed, (1,) * listed, number, number, Source.NUMBER, unlisted)


def _shares(stream: StreamTerms, found: Register) -> Keyed:
    areas = _named(stream, stream.shares, found)
    parts = [stream.shares[area.code] for area in areas]
    whole = sum(parts)
    if whole == 0:
        raise TermsError(
            _("Inriktningen ”%(stream)s” har ingen att fördela på: andelarna (shares) är tillsammans 0."),
            stream=stream.key,
        )  # fmt: skip
    return Keyed(areas, tuple(stream.pot_ore * part for part in parts), tuple(parts), whole, whole, Source.PARTS)


def _entered(stream: StreamTerms, found: Register) -> Keyed:
    areas = _named(stream, stream.amounts, found)
    amounts = tuple(stream.amounts[area.code] for area in areas)
    if sum(amounts) != stream.pot_ore:
        raise TermsError(
            _(
                "Beloppen i inriktningen ”%(stream)s” är tillsammans %(sum)s kr men potten är %(pot)s kr: "
                "rätta beloppen (amounts) eller potten (pot_kr)."
            ),
            stream=stream.key, sum=kronor(sum(amounts)), pot=kronor(stream.pot_ore),
        )  # fmt: skip
    return Keyed(areas, amounts, amounts, 1, None, Source.ENTERED)


KEYS: Mapping[Allocation, Callable[[StreamTerms, Register], Keyed]] = {
    Allocation.POPULATION: _population,
    Allocation.BASE_AND_POPULATION: _base_and_population,
    Allocation.EQUAL: _equal,
    Allocation.SHARES: _shares,
    Allocation.ENTERED: _entered,
}


def _all(stream: StreamTerms, found: Register) -> Listing:
    listing = sharing(stream, found)
    if stream.in_all and stream.in_all < len(listing.areas):
        raise TermsError(
            _(
                "Inriktningen ”%(stream)s” har %(listed)s mottagare upptagna, fler än de %(in_all)s som ska dela: "
                "rätta antalet (in_all)."
            ),
            stream=stream.key, listed=len(listing.areas), in_all=stream.in_all,
        )  # fmt: skip
    return listing


def _number(stream: StreamTerms, found: Register, listing: Listing) -> int:
    """How many share. A list of some tells how many they are only in words of its own: one county is not all 21."""
    if stream.in_all:
        return stream.in_all
    if _unlisted(found, listing):
        raise TermsError(
            _(
                "Inriktningen ”%(stream)s” delas efter antal mottagare, och de %(listed)s upptagna är inte alla: "
                "ta med alla, eller skriv hur många de är (in_all)."
            ),
            stream=stream.key, listed=len(listing.areas),
        )  # fmt: skip
    return len(listing.areas)


def _unlisted(found: Register, listing: Listing) -> int | None:
    country = found.country(listing.day)
    return None if country is None or listing.uncounted else country - listing.total


def _named(stream: StreamTerms, codes: Mapping[str, int], found: Register) -> tuple[Area, ...]:
    """The areas that a table of codes names, by code."""
    days = found.days(found.kind_of(stream.receivers))
    known = {code: area for _day, listing in sorted(days.items()) for code, area in listing.at.items()}
    for code in codes:
        if code not in known:
            raise TermsError(
                _("Inriktningen ”%(stream)s” har ett belopp för %(code)s, som inte finns av slaget %(kind)s%(hint)s."),
                stream=stream.key, code=code, kind=stream.receivers, hint=alike(code, known),
            )  # fmt: skip
    if stream.reference_date is None:
        return _in_order({code: known[code] for code in codes})
    listing = days.get(stream.reference_date)
    at = listing.at if listing else {}
    absent(stream, {code: known[code] for code in codes if code not in at})
    return _in_order({code: at[code] for code in codes})


def _in_order(at: At) -> tuple[Area, ...]:
    return tuple(at[code] for code in sorted(at))
