"""Healthcare regions have the people of their members: counties, and the municipalities of a county that is parted."""

import datetime as dt
from dataclasses import replace

from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.healthcare import HealthcareRegion, with_healthcare_regions

DAY, YEAR_BEFORE = dt.date(2019, 11, 1), dt.date(2018, 11, 1)
VASTRA_GOTALAND = Area("county", "14", "Västra Götalands län", DAY, 1_724_529)
SKANE = Area("county", "12", "Skåne län", DAY, 1_376_659)
REGION_SKANE = Area("region", "12", "Region Skåne", DAY, 5)
VARBERG = Area("municipality", "1383", "Varberg", DAY, 64_601)
LAHOLM = Area("municipality", "1381", "Laholm", DAY, 25_696)
AREAS = [VASTRA_GOTALAND, SKANE, REGION_SKANE, VARBERG, LAHOLM]

WEST = HealthcareRegion("W", "Västra sjukvårdsregionen", (("county", "14"), ("municipality", "1383")))
SOUTH = HealthcareRegion("S", "Södra sjukvårdsregionen", (("county", "12"), ("municipality", "1381")))


def derived(areas, regions):
    return [one for one in with_healthcare_regions(areas, regions) if one.kind == "healthcare_region"]


def test_a_parted_county_is_counted_by_its_municipalities_in_each():
    found = with_healthcare_regions(AREAS, {DAY: [WEST, SOUTH]})
    assert found[: len(AREAS)] == AREAS
    assert found[len(AREAS) :] == [
        Area("healthcare_region", "W", "Västra sjukvårdsregionen", DAY, 1_789_130),
        Area("healthcare_region", "S", "Södra sjukvårdsregionen", DAY, 1_402_355),
    ]


def test_each_day_has_its_own_members_and_its_own_people():
    earlier = [replace(VASTRA_GOTALAND, reference_date=YEAR_BEFORE, population=1_700_000)]
    alone = HealthcareRegion("W", "Västra", (("county", "14"),))
    found = derived(AREAS + earlier, {DAY: [WEST], YEAR_BEFORE: [alone]})
    assert [(one.reference_date, one.population) for one in found] == [(YEAR_BEFORE, 1_700_000), (DAY, 1_789_130)]


def test_who_lives_there_is_not_known_while_one_members_people_are_not():
    uncounted = [VASTRA_GOTALAND, replace(VARBERG, population=None)]
    assert [one.population for one in derived(uncounted, {DAY: [WEST]})] == [None]
    assert [one.population for one in derived([VASTRA_GOTALAND], {DAY: [WEST]})] == [None]


def test_a_member_where_nobody_lives_is_counted():
    assert [one.population for one in derived([VASTRA_GOTALAND, replace(VARBERG, population=0)], {DAY: [WEST]})] == [
        1_724_529
    ]


def test_rows_that_are_given_are_never_made():
    own = Area("healthcare_region", "W", "Västra sjukvårdsregionen", DAY, 1_800_000)
    assert with_healthcare_regions([*AREAS, own], {DAY: [WEST, SOUTH]}) == [*AREAS, own]
