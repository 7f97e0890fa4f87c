"""A contract's terms: what hangs together and what is refused, each at its limit, and the words that the terms give."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from vaxel.funding.domain.contract_terms import DAY, ContractTerms, facts_of, kronor, sound, usual_days
from vaxel.funding.domain.contract_text import TextError

TERMS = ContractTerms(
    total_ore=6_000_000_00,
    planned_municipal_ore=1_800_000_50,
    least_percent=30,
    reference="S2017/123",
    starts=dt.date(2017, 3, 1),
    ends=dt.date(2018, 1, 1),
    municipal_by=dt.date(2017, 9, 15),
    interim_on=dt.date(2017, 10, 31),
    final_on=dt.date(2018, 1, 31),
)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"total_ore": 1, "planned_municipal_ore": 0},
        {"planned_municipal_ore": TERMS.total_ore},
        {"ends": TERMS.starts + DAY},
        {"final_on": TERMS.interim_on + DAY},
        {"municipal_by": TERMS.interim_on},
        {"municipal_by": None},
    ],
)
def test_terms_that_hang_together_are_let_through_as_they_are(changed):
    terms = replace(TERMS, **changed)
    assert sound(terms) is terms


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"total_ore": 0, "planned_municipal_ore": 0}, "större än noll"),
        ({"total_ore": -1, "planned_municipal_ore": 0}, "större än noll"),
        ({"planned_municipal_ore": -1}, "planeras till kommuner"),
        ({"planned_municipal_ore": TERMS.total_ore + 1}, "planeras till kommuner"),
        ({"ends": TERMS.starts}, "sista dag kommer före den första"),
        ({"ends": TERMS.starts - DAY}, "sista dag kommer före den första"),
        ({"final_on": TERMS.interim_on}, "måste komma efter delredovisningen"),
        ({"final_on": TERMS.interim_on - DAY}, "måste komma efter delredovisningen"),
        ({"municipal_by": TERMS.interim_on + DAY}, "måste vara klara senast den dagen"),
    ],
)
def test_terms_that_do_not_are_refused_in_one_sentence(changed, says):
    with pytest.raises(TextError, match=says):
        sound(replace(TERMS, **changed))


@pytest.mark.parametrize(
    ("percent", "least"), [(30, Fraction(3, 10)), (100, Fraction(1)), (0, Fraction(0)), (None, Fraction(0))]
)
def test_the_least_to_municipalities_is_a_part_of_the_whole(percent, least):
    assert replace(TERMS, least_percent=percent).least == least


@pytest.mark.parametrize(
    ("ore", "words"),
    [
        (0, "0 kronor"),
        (5, "0,05 kronor"),
        (1_00, "1 krona"),
        (1_50, "1,50 kronor"),
        (2_00, "2 kronor"),
        (999_99, "999,99 kronor"),
        (1_234_50, "1 234,50 kronor"),
        (6_000_000_00, "6 000 000 kronor"),
    ],
)
def test_a_sum_is_written_so_that_no_line_breaks_within_it(ore, words):
    assert kronor(ore) == words.replace(" ", "\u00a0")


def test_the_facts_that_the_terms_give():
    """The last day it holds is the day before the first that it does not."""
    assert facts_of(TERMS) == {
        "belopp": "6\u00a0000\u00a0000\u00a0kronor",
        "belopp_kommuner": "1\u00a0800\u00a0000,50\u00a0kronor",
        "referenskod": "S2017/123",
        "delredovisning": "31 oktober 2017",
        "slutredovisning": "31 januari 2018",
        "gäller_från": "1 mars 2017",
        "gäller_till": "31 december 2017",
        "andel": "30 procent",
        "kommunavtal_senast": "15 september 2017",
    }


def test_what_the_terms_do_not_hold_is_no_fact():
    assert not {"andel", "kommunavtal_senast"} & facts_of(replace(TERMS, least_percent=None, municipal_by=None)).keys()
    assert facts_of(replace(TERMS, least_percent=0))["andel"] == "0 procent"


def test_where_no_day_is_named_it_holds_for_the_year_and_is_accounted_in_october_and_january():
    assert usual_days(2017) == {
        "starts": dt.date(2017, 1, 1),
        "ends": dt.date(2018, 1, 1),
        "interim_on": dt.date(2017, 10, 31),
        "final_on": dt.date(2018, 1, 31),
    }
