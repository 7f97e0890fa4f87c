"""What is held back of a published row."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain.few import tells_who
from vaxel.rounds.domain.hiding import held_back

GOLDEN = [
    ([], set()),
    ([5, 0, 7], set()),
    ([1, 9, 5], {0, 2}),  # the total less 9 is 6, not 1
    ([1, 2, 9], {0, 1, 2}),  # 3 can be shared out in one way alone by two that are told to be few
    ([1, 0, 0], {0, 1}),  # nothing but a nought to hide behind
    ([1], {0}),
    ([2, 2, 4, 8], {0, 1, 2}),
]


@pytest.mark.parametrize(("cells", "hidden"), GOLDEN)
def test_the_table(cells, hidden):
    assert held_back(cells) == hidden


def test_one_of_those_held_back_knows_its_own_and_still_cannot_reckon():
    assert held_back([1, 26, 5, 8, 15], 3) == {0, 2, 3}


ROWS = st.lists(st.integers(0, 12), min_size=1, max_size=8)


@given(ROWS)
def test_no_small_count_is_ever_shown(cells):
    assert not any(tells_who(number) for place, number in enumerate(cells) if place not in held_back(cells))


@given(ROWS)
def test_no_small_count_is_the_total_less_what_is_shown(cells):
    """With another to hide behind, the hidden can be shared out in more ways than one by who does not know the rule."""
    hidden = held_back(cells)
    if not hidden or len(hidden) == len([n for n in cells if n]) or not any(n >= 3 for n in cells):
        return
    known = sum(cells) - sum(number for place, number in enumerate(cells) if place not in hidden)
    ways = {
        way[0]
        for way in itertools.product(range(1, known + 1), repeat=min(len(hidden), 3) - 1)
        if 0 < known - sum(way) <= known
    }
    assert len(ways) > 1
