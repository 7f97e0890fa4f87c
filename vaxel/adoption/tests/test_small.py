from hypothesis import given
from hypothesis import strategies as st

from vaxel.adoption.domain.small import FEW, shielded, veiled


def test_ones_and_twos_are_hidden_and_nought_is_not():
    assert shielded([0, 1, 2, 9]) == [0, None, None, 9]


def test_one_hidden_alone_takes_the_next_smallest_with_it():
    """Or it could be reckoned from the sum."""
    assert shielded([2, 5, 9]) == [None, None, 9]


def test_a_group_of_fewer_than_three_shows_nothing():
    assert shielded([1, 1, 0]) == [None, None, None]
    assert veiled(0, 2) is None
    assert veiled(2, 9) is None
    assert (veiled(0, 9), veiled(9, 9)) == (0, 9)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_no_small_number_is_shown_nor_left_to_reckon(counts):
    shown = shielded(counts)
    assert not [count for count in shown if count is not None and 0 < count < FEW]
    hidden = [count for count, said in zip(counts, shown, strict=True) if said is None]
    if len(hidden) == 1:
        assert len([count for count in counts if count >= FEW]) == 0
