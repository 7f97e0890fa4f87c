"""Terms and populations written as `vaxel allocate` reads them, and read back the same."""

import datetime as dt

import pytest

from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.population_file import read_population
from vaxel.funding.domain.terms import Allocation, Level, Receivers, Rounding, StreamTerms, Terms
from vaxel.funding.domain.toml_out import csv_of, toml_of
from vaxel.funding.domain.toml_terms import read_terms

DAY = dt.date(2019, 11, 1)
STREAMS = (
    StreamTerms("a", 'Stöd till "unga"', 1000_50, Receivers.REGION, Allocation.BASE_AND_POPULATION, DAY, 10_00, in_all=21),
    StreamTerms("b", "B", 30_00, Receivers.COUNTY, Allocation.ENTERED, amounts={"21": 0, "20": 10_05}),
    StreamTerms("c", "C", 7_00, Receivers.MUNICIPALITY, Allocation.SHARES, DAY, shares={"2080": 3, "0180": 1}),
    StreamTerms("d", "D", 0, Receivers.MUNICIPALITY, Allocation.EQUAL, amounts={"2080": 1}, shares={"2080": 1}),
)  # fmt: skip
TERMS = Terms("ÖK 2020", 2020, STREAMS, Rounding.LARGEST_REMAINDER, Level.NESTED, 1000_00)
WRITTEN = """name = "ÖK 2020"
year = 2020

[payout]
unit_kr = 1000
rounding = "largest_remainder"
level = "nested"

[[stream]]
key = "a"
title = "Stöd till \\"unga\\""
pot_kr = "1000.50"
receivers = "region"
allocation = "base_and_population"
reference_date = 2019-11-01
base_kr = 10
in_all = 21

[[stream]]
key = "b"
title = "B"
pot_kr = 30
receivers = "county"
allocation = "entered"
amounts = { "20" = "10.05", "21" = 0 }

[[stream]]
key = "c"
title = "C"
pot_kr = 7
receivers = "municipality"
allocation = "shares"
reference_date = 2019-11-01
shares = { "0180" = 1, "2080" = 3 }

[[stream]]
key = "d"
title = "D"
pot_kr = 0
receivers = "municipality"
allocation = "equal"
"""


def test_terms_as_they_are_written():
    assert toml_of(TERMS) == WRITTEN


def test_terms_are_read_back_without_what_their_keys_do_not_read():
    found = read_terms(WRITTEN, "f.toml")
    assert found.streams[:3] == STREAMS[:3]
    assert (found.name, found.year, found.rounding, found.level, found.unit_ore) == (
        "ÖK 2020", 2020, Rounding.LARGEST_REMAINDER, Level.NESTED, 1000_00,
    )  # fmt: skip
    assert (found.streams[3].amounts, found.streams[3].shares) == ({}, {})


@pytest.mark.parametrize("name", ['"ÖK"', "a\\b", "'''x'''", "# 1", "漢 ½ 😀", "a = 1", "[[stream]]", "\\u00e5", "x"])
def test_any_name_is_read_back(name):
    assert read_terms(toml_of(Terms(name, 2020, STREAMS[:1], Rounding.NEAREST)), "f.toml").name == name


def test_a_delete_sign_is_written_so_that_toml_can_hold_it():
    assert toml_of(Terms("a\x7fb\x7f", 2020, (), Rounding.NEAREST)).startswith('name = "a\\u007Fb\\u007F"\n')


AREAS = [
    Area("country", "", "Sverige", DAY, 10_319_473),
    Area("municipality", "2062", 'Mora, "stad"', DAY, 20_414, parent="20"),
    Area("county", "20", "Dalarnas län", dt.date(2018, 12, 31), 0),
]


def test_populations_as_they_are_written():
    assert csv_of(AREAS) == (
        "area_type,area_code,area_name,reference_date,population\n"
        "country,00,Sverige,2019-11-01,10319473\n"
        'municipality,2062,"Mora, ""stad""",2019-11-01,20414\n'
        "county,20,Dalarnas län,2018-12-31,0\n"
    )
    assert csv_of([]) == "area_type,area_code,area_name,reference_date,population\n"


@pytest.mark.parametrize("area", AREAS[2:])
def test_populations_are_read_back(area):
    assert read_population(csv_of([area]), "f.csv") == [area]
