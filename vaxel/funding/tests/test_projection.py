"""A projection is a trend with an interval, and says nothing more than that."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.projection import (
    Projected,
    ProjectionError,
    changed_by,
    common_years,
    project,
    sums_between,
)

YEARS = st.lists(st.integers(5_000, 2_000_000), min_size=4, max_size=10)


def test_falun_by_hand():
    """Changes +100, +200, +300: mean 200, s = 100, t(2) = 1.886, half = 188.6 × √(1 + 1/3) = 217.78."""
    assert project([59_000, 59_100, 59_300, 59_600], 1) == Projected(59_800, 59_582, 60_018)


@given(st.integers(0, 10_000), st.integers(0, 500), st.integers(1, 5))
def test_a_steady_change_goes_on_and_has_no_spread(first, change, ahead):
    people = [first + change * year for year in range(6)]
    expected = people[-1] + change * ahead
    assert project(people, ahead) == Projected(expected, expected, expected)


@given(YEARS, st.integers(1, 4))
def test_the_interval_holds_the_projection_and_widens(people, ahead):
    near, far = project(people, ahead), project(people, ahead + 1)
    assert near.low <= near.people <= near.high
    if near.low and far.low:
        assert far.high - far.low >= near.high - near.low - 2


@given(YEARS, st.integers(0, 1_000_000))
def test_where_one_begins_does_not_matter(people, more):
    first, second = project(people, 1), project([one + more for one in people], 1)
    if first.low:
        assert (second.people, second.low, second.high) == (first.people + more, first.low + more, first.high + more)


def test_too_few_years_are_not_guessed_from():
    with pytest.raises(ProjectionError):
        project([1, 2, 3], 1)


@given(st.integers(0, 10**14), st.lists(YEARS, min_size=2, max_size=12))
def test_sums_lie_between(pot, series):
    found = sums_between(pot, {str(place): project(people, 1) for place, people in enumerate(series)})
    assert all(one.low <= one.ore <= one.high <= pot for one in found.values())
    assert abs(sum(one.ore for one in found.values()) - pot) <= len(found) or not any(one.ore for one in found.values())


def test_the_pot_changes_by_percent():
    assert changed_by(200_000_000_00, Fraction(3)) == 206_000_000_00
    assert changed_by(100, Fraction(-200)) == 0
    assert changed_by(1_000_00, Fraction("-2.5")) == 975_00


def test_only_years_that_all_have_and_in_a_row():
    assert common_years([{2015: 1, 2017: 1, 2018: 1, 2019: 1}, {2017: 2, 2018: 2, 2019: 2, 2020: 2}], 5) == [
        2017,
        2018,
        2019,
    ]
    assert common_years([{2016: 1, 2018: 1}], 5) == [2018]
    assert common_years([], 5) == []
