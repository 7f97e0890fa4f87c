import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.adoption.domain.small import shielded, veiled


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([0, 1, 2, 9], [0, None, None, 9]),
        ([0, 0], [0, 0]),
        ([3, 0], [3, 0]),
        ([3, 4], [3, 4]),
    ],
)
def test_ones_and_twos_are_hidden_and_nought_and_three_are_not(counts, shown):
    assert shielded(counts) == shown


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([2, 5, 9], [None, None, 9]),
        ([9, 5, 2], [9, None, None]),
        ([1, 3, 5], [None, None, 5]),
        ([2, 5, 5], [None, None, 5]),
    ],
)
def test_one_hidden_alone_takes_the_next_smallest_with_it(counts, shown):
    """Or it could be reckoned from the sum."""
    assert shielded(counts) == shown


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([1, 1, 5, 9], [None, None, None, 9]),
        ([2, 2, 5], [None, None, None]),
        ([2, 2, 0], [None, None, None]),
        ([1, 2, 9], [None, None, 9]),
        ([1, 2, 0], [None, None, None]),
        ([1, 1, 1], [None, None, None]),
    ],
)
def test_ones_alone_and_twos_alone_take_one_more_with_them_for_their_sum_would_tell(counts, shown):
    assert shielded(counts) == shown


@pytest.mark.parametrize("counts", [[1, 0], [1, 1, 0], [0, 2]])
def test_a_group_of_fewer_than_three_shows_nothing(counts):
    assert shielded(counts) == [None] * len(counts)


@pytest.mark.parametrize(
    ("number", "total", "shown"),
    [
        (0, 9, 0),
        (1, 9, None),
        (2, 9, None),
        (3, 9, 3),
        (9, 9, 9),
        (0, 0, 0),
        (0, 1, None),
        (0, 2, None),
        (0, 3, 0),
        (3, 3, 3),
    ],
)
def test_one_number_is_veiled_where_it_or_its_group_is_small(number, total, shown):
    assert veiled(number, total) == shown


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_no_small_number_is_shown_nor_left_to_reckon(counts):
    shown = shielded(counts)
    assert not [count for count in shown if count in (1, 2)]
    hidden = [count for count, said in zip(counts, shown, strict=True) if said is None]
    if len(set(hidden)) == 1 and hidden[0] in (1, 2):
        assert len(hidden) == len(counts), "there is nothing more to hide"
