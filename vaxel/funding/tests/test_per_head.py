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
