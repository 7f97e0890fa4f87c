"""What is held back of a published row."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain.few import tells_who
from vaxel.rounds.domain.hiding import TOGETHER, held_back, held_back_by_parts, in_steps, laddered

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
    assert held_back([1, 26, 5, 8, 15], TOGETHER) == {0, 2, 3}


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


@pytest.mark.parametrize(("number", "tells"), [(0, False), (1, True), (2, True), (3, False)])
def test_of_one_or_two_a_figure_tells_who(number, tells):
    assert tells_who(number) == tells


@pytest.mark.parametrize(
    ("cells", "together", "forced", "hidden"),
    [
        ([1, 3, 9], 2, (), {0, 1}),  # three is enough to hide behind
        ([9, 1, 5, 5], 2, (), {1, 2}),  # of equals the first
        ([1, 0, 9, 4], 2, (), {0, 3}),  # a nought only where there is nothing else
        ([1, 1, 0, 4], 2, (), {0, 1, 3}),
        ([2, 0, 0, 0], TOGETHER, (), {0, 1, 2}),
        ([9, 8, 7], 2, [0], {0, 2}),  # held back by another table: not alone here either
        ([0, 8, 7], 2, [0], {0, 2}),
        ([9, 8, 7], 2, [0, 1], {0, 1}),
        ([9, 8, 7, 6], TOGETHER, [0, 1], {0, 1, 3}),
        ([1, 8, 7, 6], 2, [1], {0, 1}),
    ],
)
def test_what_is_held_back_besides(cells, together, forced, hidden):
    assert held_back(cells, together, forced) == hidden


LEFT, RIGHT = {0, 1, 2}, {3, 4, 5}


@pytest.mark.parametrize(
    ("cells", "parts", "hidden"),
    [
        ([9, 8, 7, 6, 5, 4], [LEFT], set()),
        ([1, 8, 9, 6, 5, 4], [], {0, 5}),
        # with the part's total known the one would stand alone in it, and so would what it was hidden behind outside
        ([1, 8, 9, 6, 5, 4], [LEFT], {0, 1, 4, 5}),
        ([1, 8, 9, 6, 5, 4], [RIGHT], {0, 1, 4, 5}),
        ([1, 8, 9, 6, 5, 4], [LEFT, {1, 3}], {0, 1, 3, 4, 5}),
        ([1, 3, 9, 6, 5, 4], [LEFT], {0, 1}),
        ([4, 5, 6, 9, 1, 8], [LEFT], {0, 1, 4, 5}),
    ],
)
def test_who_knows_a_parts_total_reckons_nothing_more(cells, parts, hidden):
    assert held_back_by_parts(cells, parts) == hidden


def test_held_back_by_another_table_or_more_together_in_parts_too():
    assert held_back_by_parts([9, 8, 7, 6, 5, 4], [LEFT], forced=[3]) == {3, 5}
    assert held_back_by_parts([9, 8, 7, 6, 5, 4], [LEFT], forced=[0]) == {0, 2, 4, 5}
    assert held_back_by_parts([1, 8, 9, 6, 5, 4], [LEFT], TOGETHER) == {0, 1, 2, 3, 4, 5}


@given(st.lists(st.integers(0, 12), min_size=6, max_size=6), st.lists(st.frozensets(st.integers(0, 5)), max_size=3))
def test_in_no_part_is_one_held_back_alone(cells, parts):
    found = held_back_by_parts(cells, parts)
    assert found >= held_back(cells)
    everyone = set(range(6))
    for side in [everyone, *parts, *(everyone - part for part in parts)]:
        if found & side and len(side) > 1:
            assert len(found & side) > 1


@pytest.mark.parametrize(
    ("counts", "total", "shown"),
    [
        ([], 20, []),
        ([15, 10, 5], 20, [15, 10, 5]),
        ([15, 10, 3], 20, [15, 10, 3]),
        ([15, 10, 2], 20, [15, 10, None]),
        ([15, 10, 1], 20, [15, 10, None]),
        ([15, 10, 0], 20, [15, 10, 0]),
        ([15, 10, 9], 20, [15, None, 9]),  # one has stopped there
        ([15, 10, 8], 20, [15, None, 8]),
        ([15, 10, 7], 20, [15, 10, 7]),
        ([12, 10, 9], 20, [12, None, 9]),
        ([11, 10, 9], 20, [None, None, 9]),  # less the next one that is shown
        ([17, 9], 20, [17, 9]),
        ([18, 9], 20, [None, 9]),  # two have not come so far
        ([20, 9], 20, [20, 9]),
        ([9, 9], 20, [9, 9]),
        ([2, 2], 3, [None, None]),
    ],
)
def test_a_ladder_never_tells_of_one_or_two(counts, total, shown):
    assert laddered(counts, total) == shown


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ([], []),
        ([(5, 5), (8, 3)], [5, 8]),
        ([(2, 2), (3, 1)], [0, 3]),
        ([(5, 5), (6, 1), (7, 1), (8, 1), (9, 1)], [5, 5, 5, 8, 8]),
        ([(5, 5), (6, 1), (6, 0), (8, 2)], [5, 5, 5, 8]),  # who has moved it waits for others
        ([(5, 5), (4, 1), (2, 2), (1, 1)], [5, 5, 2, 2]),
        ([(0, 0), (0, 0), (1, 1)], [0, 0, 0]),
    ],
)
def test_a_figure_moves_when_three_have_moved_it(numbers, shown):
    assert in_steps(numbers) == shown
