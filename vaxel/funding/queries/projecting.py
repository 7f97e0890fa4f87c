"""Next year by the trend: what each receiver of a stream would get if the pot changed and people moved as they have.

The trend is of the year-ends known when the agreement's own population was counted, so that an old agreement is projected
as it would have been then.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from vaxel.funding.domain.areas import COUNTRY
from vaxel.funding.domain.projection import (
    Between,
    Projected,
    changed_by,
    common_years,
    project,
    sums_between,
)
from vaxel.funding.domain.terms import Allocation
from vaxel.funding.queries.areas import areas_on
from vaxel.funding.queries.terms import receivers_day
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Population

YEARS = 7  # year-ends: six changes
LEAST_YEARS = 4
BY_PEOPLE = {Allocation.POPULATION, Allocation.BASE_AND_POPULATION}


@dataclass(frozen=True)
class Line:
    kind: str
    code: str
    name: str
    people: int | None  # None where no stream of its goes by population
    projected: Projected | None
    now_ore: int
    then: Between


@dataclass(frozen=True)
class Projection:
    years: tuple[int, ...]
    target: dt.date
    pot_ore: int
    lines: tuple[Line, ...]


def projection_of(agreement, sharing, percent: Fraction) -> Projection | None:
    """None where there are too few years to see a trend in."""
    counted = max((one["reference_date"] for one in sharing.streams if one["reference_date"]), default=None)
    counted = dt.date.fromisoformat(counted) if counted else receivers_day(agreement.year)
    series = series_of(sharing.kinds, counted, receivers_day(agreement.year))
    years = common_years(series.values(), YEARS)
    if len(years) < LEAST_YEARS:
        return None
    target = dt.date(counted.year + 1, 12, 31)
    trend = {key: project([one[year] for year in years], target.year - years[-1]) for key, one in series.items()}
    return Projection(tuple(years), target, *_told(sharing, percent, trend, series, years[-1]))


def series_of(kinds, counted, day) -> dict[tuple[str, str], dict[int, int]]:
    """(kind, code) → year-end → people, by the division of `day`, up to the day counted."""
    ends = Population.objects.filter(
        kind=Kind.MUNICIPALITY, reference_date__month=12, reference_date__day=31, reference_date__lte=counted
    )
    dates = list(ends.order_by("-reference_date").values_list("reference_date", flat=True).distinct()[:YEARS])
    found = defaultdict(dict)
    for date in dates:
        for area in areas_on(kinds, date, day):
            if area.kind != COUNTRY:
                found[str(area.kind), area.code][date.year] = area.population
    return {key: one for key, one in found.items() if len(one) == len(dates)}


def _told(sharing, percent, trend, series, last):
    now, sums, pots = sharing.payouts, defaultdict(lambda: Between(0, 0, 0)), 0
    for stream in sharing.streams:
        pot = changed_by(stream["pot_ore"], percent)
        pots += pot
        for code, one in _stream(stream, pot, trend, percent).items():
            key, before = (stream["receivers"], code), sums[stream["receivers"], code]
            sums[key] = Between(before.ore + one.ore, before.low + one.low, before.high + one.high)
    by_people = {one["receivers"] for one in sharing.streams if one["allocation"] in BY_PEOPLE}
    lines = [
        Line(
            kind=kind,
            code=code,
            name=sharing.names[kind, code],
            people=series.get((kind, code), {}).get(last) if kind in by_people else None,
            projected=trend.get((kind, code)) if kind in by_people else None,
            now_ore=now[kind, code],
            then=_whole(sums[kind, code]),
        )
        for kind, code in now
    ]
    return pots, tuple(lines)


def _stream(stream, pot, trend, percent) -> dict[str, Between]:
    kind, codes = stream["receivers"], [share["code"] for share in stream["shares"]]
    if stream["allocation"] not in BY_PEOPLE:
        return {share["code"]: _same(changed_by(share["share_ore"], percent)) for share in stream["shares"]}
    people = {code: trend[kind, code] for code in codes if (kind, code) in trend}
    base = stream["base_ore"] if stream["allocation"] == Allocation.BASE_AND_POPULATION else 0
    rest = max(0, pot - base * len(people))
    return {
        code: Between(base + one.ore, base + one.low, base + one.high)
        for code, one in sums_between(rest, people).items()
    }


def _whole(one) -> Between:
    """In whole kronor, the ends outwards: a projection is not known to the öre."""
    return Between((one.ore + 50) // 100 * 100, one.low // 100 * 100, -(-one.high // 100) * 100)


def _same(ore) -> Between:
    return Between(ore, ore, ore)
