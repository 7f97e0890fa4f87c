"""What was published, reproduced to the öre: S3, the county's proposal on the 2020 agreement's money."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings

from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.keys import Source
from vaxel.funding.domain.terms import Allocation, Receivers, Rounding, StreamTerms, Terms

DAY = dt.date(2019, 11, 1)
COUNTRY = Area("country", "00", "Sverige", DAY, 10_319_473)
# Derived: the one integer each that gives both published columns. S3 states the amounts, not the people.
VANSBRO, ORSA, MORA = (
    Area("municipality", code, name, DAY, people)
    for code, name, people in (("2021", "Vansbro", 6_792), ("2034", "Orsa", 6_920), ("2062", "Mora", 20_414))
)
DALARNA = Area("county", "20", "Dalarnas län", DAY, 287_795)  # reference data, 1 November 2019


def stream(key, kr, receivers=Receivers.MUNICIPALITY, allocation=Allocation.POPULATION, **more):
    return StreamTerms(key, key, kr * 100, receivers, allocation, DAY, **more)


PLANS, KNOWLEDGE = stream("handlingsplaner", 200_000_000), stream("kunskap", 100_000_000)


@pytest.mark.parametrize(
    ("area", "plans", "knowledge", "paid"),
    [
        (VANSBRO, 131_634_63, 65_817_31, 197_452),
        (ORSA, 134_115_38, 67_057_69, 201_173),
        (MORA, 395_640_36, 197_820_18, 593_461),
    ],
    ids=lambda value: value.name if isinstance(value, Area) else None,
)
def test_the_three_published_rows(area, plans, knowledge, paid):
    terms = Terms("ÖK 2020", 2020, (PLANS, KNOWLEDGE), Rounding.NEAREST)
    out = allocate(terms, [COUNTRY, VANSBRO, ORSA, MORA])
    shares = [next(s for s in one.shares if s.code == area.code).share_ore for one in out.streams]
    assert shares == [plans, knowledge]
    assert next(p for p in out.payouts if p.code == area.code).payout_ore == paid * 100
    assert {one.denominator_source for one in out.streams} == {Source.COUNTRY}


def test_the_countys_row():
    """One computed by population, one equal for the 21, two whose keys S3 does not state: entered as published."""
    terms = Terms(
        "ÖK 2020",
        2020,
        (
            stream("samsjuklighet", 0, Receivers.COUNTY, Allocation.ENTERED, amounts={"20": 7_649_410_97}),
            stream("brukarmedverkan", 21_000_000, Receivers.COUNTY, Allocation.EQUAL, in_all=21),
            stream("suicidprevention", 200_000_000, Receivers.COUNTY),
            stream("ungdomsmottagningar", 0, Receivers.COUNTY, Allocation.ENTERED, amounts={"20": 3_945_120_95}),
        ),
        Rounding.NEAREST,
    )
    streams = tuple(
        StreamTerms(**{**vars(one), "pot_ore": one.pot_ore or sum(one.amounts.values())}) for one in terms.streams
    )
    out = allocate(Terms(terms.name, terms.year, streams, terms.rounding), [COUNTRY, DALARNA])
    assert [one.shares[0].share_ore for one in out.streams] == [7_649_410_97, 1_000_000_00, 5_577_707_31, 3_945_120_95]
    assert [(p.kind, p.code, p.payout_ore) for p in out.payouts] == [("county", "20", 18_172_239_00)]


def test_the_county_among_all_21_of_the_reference_data():
    """The whole country at the date: equal parts need no number, and suicide prevention sums to its pot but for öre."""
    with (Path(settings.PACKAGE) / "network" / "reference" / "population.csv").open(encoding="utf-8") as rows:
        counted = [row for row in csv.DictReader(rows) if row["reference_date"] == DAY.isoformat()]
    areas = [
        Area(
            COUNTRY.kind if row["kind"] == "nation" else row["kind"],
            row["body"][-2:],
            row["body"],
            DAY,
            int(row["people"]),
        )
        for row in counted
    ]
    streams = (
        stream("brukarmedverkan", 21_000_000, Receivers.COUNTY, Allocation.EQUAL),
        stream("suicidprevention", 200_000_000, Receivers.COUNTY),
    )
    out = allocate(Terms("ÖK 2020", 2020, streams, Rounding.LARGEST_REMAINDER), areas)
    assert len(out.payouts) == 21
    assert [next(s.share_ore for s in one.shares if s.code == "20") for one in out.streams] == [
        1_000_000_00,
        5_577_707_31,
    ]
    assert (out.sum_payout_ore, out.difference_ore) == (221_000_000_00, 0)
    assert all(abs(one.difference_ore) <= 10 for one in out.streams)
