"""By county first: each county has its municipalities' exact sum, and nobody's county is guessed."""

import datetime as dt
from dataclasses import replace

import pytest

from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.terms import Allocation, Level, Receivers, Rounding, StreamTerms, Terms, TermsError

DAY = dt.date(2019, 11, 1)
ORSA, MORA, SALA = (
    Area("municipality", code, name, DAY, people)
    for code, name, people in (("2034", "Orsa", 3), ("2062", "Mora", 3), ("1981", "Sala", 4))
)
SHARED = StreamTerms("plan", "Plan", 15_00, Receivers.MUNICIPALITY, Allocation.POPULATION, DAY)


def given(*areas, rounding=Rounding.LARGEST_REMAINDER):
    return allocate(Terms("ÖK", 2020, (SHARED,), rounding, Level.NESTED), areas)


def kronor(out):
    return {one.code: one.payout_ore // 100 for one in (*out.counties, *out.payouts)}


def test_a_municipality_is_in_the_county_its_code_begins_with():
    """15 kr: 9 and 6 to the counties; Orsa and Mora have 4,50 each, and the lower code goes first."""
    assert kronor(given(ORSA, MORA, SALA)) == {"19": 6, "20": 9, "1981": 6, "2034": 5, "2062": 4}


def test_each_to_the_nearest_may_miss_the_county():
    assert kronor(given(ORSA, MORA, SALA, rounding=Rounding.NEAREST)) == {
        "19": 6, "20": 9, "1981": 6, "2034": 5, "2062": 5,
    }  # fmt: skip


def test_a_code_that_tells_no_county_is_refused_by_name():
    with pytest.raises(TermsError, match=r"Sala har koden 981, som inte säger vilket län"):
        given(ORSA, MORA, replace(SALA, code="981"))


def test_a_county_that_is_told_goes_before_the_code():
    out = given(ORSA, MORA, replace(SALA, code="981", parent="19"))
    assert kronor(out) == {"19": 6, "20": 9, "981": 6, "2034": 5, "2062": 4}
    moved = given(ORSA, MORA, replace(SALA, parent="20"))
    assert [(one.code, one.payout_ore) for one in moved.counties] == [("20", 15_00)]


@pytest.mark.parametrize(("code", "parent", "county"), [("2062", "", "20"), ("0114", "", "01"), ("2062", "21", "21")])
def test_the_county_of_an_area(code, parent, county):
    assert replace(MORA, code=code, parent=parent).county == county
