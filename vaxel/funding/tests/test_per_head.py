import itertools

from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.per_head import MOST, class_of, classes, per_head


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=300))
def test_every_value_lies_in_one_class_and_they_do_not_overlap(values):
    found = classes(values)
    assert 1 <= len(found) <= MOST
    assert all(first[1] + 1 == second[0] for first, second in itertools.pairwise(found))
    for value in values:
        low, high = found[class_of(value, found)]
        assert low <= value <= high


def test_alike_is_one_class():
    assert classes([1938, 1938, 1939]) == [(1938, 1939)]
    assert classes([]) == []


def test_per_head_is_to_the_nearest_ore():
    assert per_head(13_163_463, 6_792) == 1938
    assert per_head(100, 0) is None
    assert per_head(10**17 + 1, 1) == 10**17 + 1
    assert [per_head(ore, 2) for ore in (0, 1, 2, 3)] == [0, 1, 1, 2]


def test_steps_are_equal_from_the_smallest_to_the_largest():
    assert classes([10, 19, 12]) == [(10, 11), (12, 13), (14, 15), (16, 17), (18, 19)]
    assert classes([100, 111]) == [(100, 101), (102, 103), (104, 106), (107, 108), (109, 111)]
    assert classes([7, 11]) == [(7, 11)]
    assert classes([7, 12]) == [(7, 7), (8, 8), (9, 9), (10, 10), (11, 12)]
