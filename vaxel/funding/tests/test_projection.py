"""A projection is a trend with an interval, and says nothing more than that."""

from fractions import Fraction
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.projection import (
    Between,
    Projected,
    ProjectionError,
    _root,
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


@pytest.mark.parametrize(
    ("changes", "low", "people", "high"),
    [
        (3, 4_893_781, 5_145_333, 5_396_885),
        (4, 4_814_110, 5_022_500, 5_230_890),
        (5, 4_971_867, 5_156_000, 5_340_133),
        (6, 4_880_264, 5_052_500, 5_224_736),
        (7, 5_021_412, 5_186_286, 5_351_160),
        (8, 4_936_094, 5_094_500, 5_252_906),
        (9, 5_075_418, 5_231_111, 5_386_805),
        (10, 4_997_339, 5_148_500, 5_299_661),
        (11, 5_137_535, 5_289_091, 5_440_647),
    ],
)
def test_the_interval_is_students_by_the_number_of_changes(changes, low, people, high):
    """Reckoned apart, in decimals, with t 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383 and that again."""
    steps = ((100_000 if place % 2 == 0 else -100_000) + 3_000 * place for place in range(changes))
    assert project(list(accumulate(steps, initial=5_000_000)), 1) == Projected(people, low, high)


@pytest.mark.parametrize(
    ("square", "root"), [("0", "0"), ("9", "3"), ("2", "1.415"), ("1/4", "0.5"), ("1/1000000000000", "0.001")]
)
def test_a_root_is_never_too_small_and_no_more_than_a_thousandth_too_large(square, root):
    assert _root(Fraction(square)) == Fraction(root)


def test_too_few_years_are_not_guessed_from():
    with pytest.raises(ProjectionError):
        project([1, 2, 3], 1)


@given(st.integers(0, 10**14), st.lists(YEARS, min_size=2, max_size=12))
def test_sums_lie_between(pot, series):
    found = sums_between(pot, {str(place): project(people, 1) for place, people in enumerate(series)})
    assert all(one.low <= one.ore <= one.high <= pot for one in found.values())
    assert abs(sum(one.ore for one in found.values()) - pot) <= len(found) or not any(one.ore for one in found.values())


def test_two_alike_share_alike_and_each_may_grow_alone():
    found = sums_between(100, {"a": Projected(50, 25, 150), "b": Projected(50, 50, 50)})
    assert found == {"a": Between(50, 33, 75), "b": Between(50, 50, 50)}


def test_where_nobody_lives_nothing_is_shared():
    assert sums_between(100, {"a": Projected(0, 0, 0), "b": Projected(0, 0, 0)}) == {
        "a": Between(0, 0, 0),
        "b": Between(0, 0, 0),
    }


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
