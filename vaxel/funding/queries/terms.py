"""An agreement's terms and the populations they need, from the tables: what the rules compute from."""

import datetime as dt

from vaxel.calendar import clock
from vaxel.funding.domain.allocation import Allocated, allocate
from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.terms import Allocation, Level, Receivers, Rounding, StreamTerms, Terms
from vaxel.funding.models import StreamAmount
from vaxel.funding.queries.areas import all_on, areas_on, codes_of


def receivers_day(year: int) -> dt.date:
    """By the network of which day receivers are told: the year's first, or today for a year to come."""
    return min(dt.date(year, 1, 1), clock.today())


def terms_of(agreement) -> Terms:
    """As it is stored now. Amounts by code, as the network names the receivers on `receivers_day`."""
    streams = list(agreement.streams.all())
    amounts = _amounts(streams, receivers_day(agreement.year))
    return Terms(
        name=agreement.name,
        year=agreement.year,
        streams=tuple(_stream(stream, amounts.get(stream.pk, {})) for stream in streams),
        rounding=Rounding(agreement.rounding),
        level=Level(agreement.level),
        unit_ore=agreement.unit_ore,
    )


def _stream(stream, amounts) -> StreamTerms:
    allocation = Allocation(stream.allocation)
    return StreamTerms(
        key=stream.key,
        title=stream.title,
        pot_ore=stream.pot_ore,
        receivers=Receivers(stream.receivers),
        allocation=allocation,
        reference_date=stream.reference_date,
        base_ore=stream.base_ore,
        amounts=amounts if allocation == Allocation.ENTERED else {},
        shares=amounts if allocation == Allocation.SHARES else {},
    )


def _amounts(streams, day) -> dict[int, dict[str, int]]:
    rows = list(StreamAmount.objects.filter(stream__in=streams).select_related("stream"))
    codes = {kind: codes_of(kind, day) for kind in {row.stream.receivers for row in rows}}
    found: dict[int, dict[str, int]] = {}
    for row in rows:
        code = codes[row.stream.receivers].get(row.body_id, f"?{row.body_id}")
        value = row.parts if row.amount_ore is None else row.amount_ore
        found.setdefault(row.stream_id, {})[code] = value
    return found


def areas_for(terms: Terms) -> list[Area]:
    """Every receiver of a kind that the terms name, with its population on each date that they name."""
    day = receivers_day(terms.year)
    dated = sorted({stream.reference_date for stream in terms.streams if stream.reference_date})
    undated = {stream.receivers for stream in terms.streams if stream.reference_date is None}
    found = [area for date in dated for area in areas_on(_kinds_on(terms, date), date, day)]
    return list(dict.fromkeys([*found, *(all_on(undated, day) if undated else ())]))


def _kinds_on(terms, date):
    return {stream.receivers for stream in terms.streams if stream.reference_date == date}


def allocated(agreement) -> Allocated:
    """Raises TermsError (domain/terms.py) in one sentence where the terms do not hold."""
    terms = terms_of(agreement)
    return allocate(terms, areas_for(terms))
