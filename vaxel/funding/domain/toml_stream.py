"""One [[stream]] of an agreement's file."""

import datetime as dt

from vaxel.funding.domain.terms import Allocation, Receivers, StreamTerms
from vaxel.funding.domain.toml_values import Values
from vaxel.rounds.domain.sentence import _


def stream_of(values: Values) -> StreamTerms:
    """`title` may be left out; what a key needs (a date, a base, a table) is needed with that key alone."""
    values.only(
        "key", "title", "pot_kr", "receivers", "allocation", "reference_date", "base_kr", "amounts", "shares", "in_all"
    )
    key = values.text("key")
    allocation = values.word("allocation", Allocation)
    return StreamTerms(
        key,
        values.text("title", default=key),
        values.kronor("pot_kr"),
        values.word("receivers", Receivers),
        allocation,
        _date(values, allocation),
        _base(values, allocation),
        _amounts(values, allocation),
        _shares(values, allocation),
        _number(values),
    )


def _date(values: Values, allocation: Allocation) -> dt.date | None:
    needed = allocation in {Allocation.POPULATION, Allocation.BASE_AND_POPULATION}
    return values.date("reference_date") if needed or "reference_date" in values.found else None


def _base(values: Values, allocation: Allocation) -> int:
    if allocation is Allocation.BASE_AND_POPULATION:
        return values.kronor("base_kr")
    values.not_with("base_kr", allocation)
    return 0


def _amounts(values: Values, allocation: Allocation) -> dict[str, int]:
    if allocation is not Allocation.ENTERED:
        values.not_with("amounts", allocation)
        return {}
    table = values.table("amounts")
    return {code: table.kronor(code) for code in _some(values, table, "amounts").found}


def _shares(values: Values, allocation: Allocation) -> dict[str, int]:
    if allocation is not Allocation.SHARES:
        values.not_with("shares", allocation)
        return {}
    table = values.table("shares")
    return {code: _not_negative(table, code) for code in _some(values, table, "shares").found}


def _some(values: Values, table: Values, word: str) -> Values:
    if not table.found:
        values.refuse(_("%(file)s rad %(line)s: %(word)s är tom, skriv minst en mottagares kod."), word)
    return table


def _number(values: Values) -> int:
    return _not_negative(values, "in_all") if "in_all" in values.found else 0


def _not_negative(values: Values, word: str) -> int:
    number = values.whole(word)
    if number < 0:
        values.refuse(_("%(file)s rad %(line)s: %(word)s får inte vara negativ, skriv 0 eller mer."), word)
    return number
