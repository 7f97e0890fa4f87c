"""An allocation and its terms as plain data: what every field is called, and that it is read back the same."""

import datetime as dt
import json

import pytest

from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.terms import Allocation, Level, Receivers, Rounding, StreamTerms, Terms
from vaxel.funding.domain.written import (
    areas_read,
    areas_written,
    outputs_of,
    terms_read,
    terms_written,
    whole_kronor,
)

DAY = dt.date(2019, 11, 1)
COUNTRY = Area("country", "00", "Sverige", DAY, 40)
A = Area("municipality", "0114", "Upplands Väsby", DAY, 10)
B = Area("municipality", "2062", "Mora", DAY, 20, parent="20")
PLAN = StreamTerms("plan", "Handlingsplaner", 100_00, Receivers.MUNICIPALITY, Allocation.POPULATION, DAY)
TERMS = Terms("ÖK", 2020, (PLAN,), Rounding.NEAREST)


@pytest.mark.parametrize(
    ("ore", "kronor"),
    [
        (0, 0), (100, 1), (-100, -1), (1_234_500, 12_345), (1, "0.01"), (-1, "-0.01"), (1250, "12.50"),
        (-1205, "-12.05"), (10_199, "101.99"),
    ],
)  # fmt: skip
def test_kronor_are_a_number_where_they_are_whole(ore, kronor):
    found = whole_kronor(ore)
    assert (found, type(found)) == (kronor, type(kronor))


def test_what_came_out():
    found = outputs_of(allocate(TERMS, [COUNTRY, A, B]))
    assert found == {
        "streams": [
            {
                "key": "plan",
                "title": "Handlingsplaner",
                "receivers": "municipality",
                "pot_ore": 10000,
                "denominator": 40,
                "denominator_source": "country",
                "shares": [
                    {"code": "0114", "name": "Upplands Väsby", "population": 10, "share_ore": 2500},
                    {"code": "2062", "name": "Mora", "population": 20, "share_ore": 5000},
                ],
                "sum_share_ore": 7500,
                "difference_ore": 2500,
                "lines": [{"line": "not_listed", "amount_ore": 2500, "people": 10}],
            }
        ],
        "payouts": [
            {"kind": "municipality", "code": "0114", "name": "Upplands Väsby", "share_ore": 2500, "payout_kr": 25},
            {"kind": "municipality", "code": "2062", "name": "Mora", "share_ore": 5000, "payout_kr": 50},
        ],
        "sum_payout_kr": 75,
        "difference_ore": 2500,
        "lines": [{"line": "not_listed", "amount_ore": 2500, "people": 10}],
    }
    assert json.loads(json.dumps(found)) == found


def test_a_nested_allocation_says_what_each_county_got():
    terms = Terms("ÖK", 2020, (PLAN,), Rounding.LARGEST_REMAINDER, Level.NESTED, unit_ore=50)
    assert outputs_of(allocate(terms, [A, B]))["counties"] == [
        {"code": "01", "share_ore": 3333, "payout_kr": "33.50"},
        {"code": "20", "share_ore": 6667, "payout_kr": "66.50"},
    ]


FULL = Terms(
    "ÖK",
    2020,
    (
        StreamTerms(
            "a", "A", 100, Receivers.REGION, Allocation.SHARES, DAY, 7, amounts={"20": 3}, shares={"21": 4}, in_all=21
        ),
        StreamTerms("b", "B", 200, Receivers.COUNTY, Allocation.EQUAL),
    ),
    Rounding.LARGEST_REMAINDER,
    Level.NESTED,
    unit_ore=1000,
)


def test_terms_are_words_and_numbers():
    written = terms_written(FULL)
    assert written == {
        "name": "ÖK",
        "year": 2020,
        "rounding": "largest_remainder",
        "level": "nested",
        "unit_ore": 1000,
        "streams": [
            {
                "key": "a",
                "title": "A",
                "pot_ore": 100,
                "receivers": "region",
                "allocation": "shares",
                "reference_date": "2019-11-01",
                "base_ore": 7,
                "amounts": {"20": 3},
                "shares": {"21": 4},
                "in_all": 21,
            },
            {
                "key": "b",
                "title": "B",
                "pot_ore": 200,
                "receivers": "county",
                "allocation": "equal",
                "reference_date": None,
                "base_ore": 0,
                "amounts": {},
                "shares": {},
                "in_all": 0,
            },
        ],
    }
    assert terms_read(json.loads(json.dumps(written))) == FULL


def test_areas_are_words_and_numbers():
    areas = [B, Area("county", "20", "Dalarnas län", DAY, None)]
    assert areas_written(areas) == [
        {
            "kind": "municipality",
            "code": "2062",
            "name": "Mora",
            "reference_date": "2019-11-01",
            "population": 20,
            "parent": "20",
        },
        {
            "kind": "county",
            "code": "20",
            "name": "Dalarnas län",
            "reference_date": "2019-11-01",
            "population": None,
            "parent": "",
        },
    ]
    assert areas_read(json.loads(json.dumps(areas_written(areas)))) == areas
