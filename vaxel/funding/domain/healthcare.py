"""Healthcare regions, which population statistics do not know: their people are those of the counties in them.

Halland lies in two of them, its municipalities one by one; so the members are given, never read out of codes.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.terms import Receivers


@dataclass(frozen=True)
class HealthcareRegion:
    """`members` are (kind, code) of counties and, where a county is parted, municipalities."""

    code: str
    name: str
    members: tuple[tuple[str, str], ...]


def with_healthcare_regions(areas: Sequence[Area], regions: Mapping[dt.date, Iterable[HealthcareRegion]]) -> list[Area]:
    """With one row each and day, unless the areas have such rows of their own; no population where a member has none."""
    if any(area.kind == Receivers.HEALTHCARE_REGION for area in areas):
        return list(areas)
    people = {(area.kind, area.code, area.reference_date): area.population for area in areas}
    derived = [
        Area(Receivers.HEALTHCARE_REGION, region.code, region.name, day, _sum(region, day, people))
        for day in sorted(regions)
        for region in regions[day]
    ]
    return [*areas, *derived]


def _sum(region: HealthcareRegion, day: dt.date, people: dict[tuple[str, str, dt.date], int | None]) -> int | None:
    total = 0
    for kind, code in region.members:
        each = people.get((kind, code, day))
        if each is None:
            return None
        total += each
    return total
