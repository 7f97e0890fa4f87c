"""Chapter: what the pages draw, reckoned before it is drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.network.domain.sizes import COUNTY_BOUNDS, MUNICIPALITY_BOUNDS, size_class, typical
from vaxel.network.domain.spark import spark

CLASSES = [
    (None, None),
    (0, 0),
    (9_999, 0),
    (10_000, 1),
    (19_999, 1),
    (20_000, 2),
    (49_999, 2),
    (50_000, 3),
    (99_999, 3),
    (100_000, 4),
    (995_574, 4),
]


@pytest.mark.parametrize(("people", "expected"), CLASSES)
def test_a_bound_belongs_to_the_class_above_it(people, expected):
    assert size_class(people, MUNICIPALITY_BOUNDS) == expected


COUNTIES = [
    (60_000, 0),
    (199_999, 0),
    (200_000, 1),
    (249_999, 1),
    (250_000, 2),
    (299_999, 2),
    (300_000, 3),
    (499_999, 3),
    (500_000, 4),
    (2_400_000, 4),
]


@pytest.mark.parametrize(("people", "expected"), COUNTIES)
def test_counties_have_classes_of_their_own(people, expected):
    assert size_class(people, COUNTY_BOUNDS) == expected


def test_the_typical_size_is_the_middle_one_to_the_nearest_hundred():
    assert typical([1_000, 15_649, 900_000]) == 15_600
    assert typical([]) is None


def test_a_spark_begins_left_and_rises_upward():
    assert spark([1, 3], width=112, height=62, margin=6) == [(6, 56.0), (106, 6.0)]


def test_a_point_is_told_to_a_tenth():
    assert spark([0, 1, 7, 7]) == [(6.0, 42.0), (75.3, 36.9), (144.7, 6.0), (214.0, 6.0)]


def test_a_level_line_lies_in_the_middle():
    assert [y for _, y in spark([5, 5, 5], height=48)] == [24.0, 24.0, 24.0]


@given(st.lists(st.integers(0, 11_000_000), max_size=40))
def test_every_point_is_inside_the_box(values):
    assert all(0 <= x <= 220 and 0 <= y <= 48 for x, y in spark(values))
