"""The closure says the same as a plain walk upward, on any day."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaxel.network.domain.closure import DatedTie, RingError, Row, closure, rows_above

DAYS = [dt.date(2000, 1, 1) + dt.timedelta(days=step) for step in range(12)]
D0, D1, D2, D9 = DAYS[0], DAYS[1], DAYS[2], DAYS[9]


def as_of(ties, day):
    """The naive truth: {(ancestor, descendant): depth} by walking every path of that day."""
    today = [tie for tie in ties if tie.start <= day < tie.end]
    found = {}

    def walk(descendant, body, depth):
        for tie in today:
            if tie.child == body and (tie.whole or depth == 0):
                key = (tie.parent, descendant)
                found[key] = min(found.get(key, 99), depth + 1)
                walk(descendant, tie.parent, depth + 1)

    for descendant in {tie.child for tie in today}:
        walk(descendant, descendant, 0)
    return found


def on(rows, day):
    lying = [row for row in rows if row.start <= day < row.end]
    table = {(row.ancestor, row.descendant): row.depth for row in lying}
    assert len(table) == len(lying), "two rows for one pair on one day"
    return table


@st.composite
def acyclic_ties(draw):
    """Ties from a higher number to a lower: no rings, but any overlaps in time, diamonds and gaps."""
    ties = []
    for _ in range(draw(st.integers(0, 14))):
        parent = draw(st.integers(0, 6))
        child = draw(st.integers(parent + 1, 8))
        start, end = sorted(draw(st.lists(st.sampled_from(DAYS), min_size=2, max_size=2, unique=True)))
        ties.append(DatedTie(child, parent, draw(st.booleans()), start, end))
    return ties


@settings(max_examples=300)
@given(acyclic_ties())
def test_the_closure_is_the_plain_walk_on_every_day(ties):
    rows = list(closure(ties))
    for day in DAYS:
        assert on(rows, day) == as_of(ties, day)


@given(acyclic_ties())
def test_stretches_are_as_long_as_they_can_be(ties):
    rows = set(closure(ties))
    for row in rows:
        assert not any(
            (other.ancestor, other.descendant, other.depth, other.start)
            == (row.ancestor, row.descendant, row.depth, row.end)
            for other in rows
        )


def test_a_part_tie_gives_the_child_only():
    unit, halland, south, nation = 4, 3, 2, 1
    ties = [
        DatedTie(unit, halland, True, D0, D9),
        DatedTie(halland, south, False, D0, D9),
        DatedTie(south, nation, True, D0, D9),
    ]
    assert set(closure(ties)) == {
        Row(halland, unit, 1, D0, D9),
        Row(south, halland, 1, D0, D9),
        Row(nation, halland, 2, D0, D9),
        Row(nation, south, 1, D0, D9),
    }


def test_below_nothing_there_are_no_rows():
    assert list(rows_above(1, {})) == []


@pytest.mark.parametrize(
    ("direct", "roundabout"),
    [
        ((0, 9), []),
        ((0, 4), [(4, 9)]),
        ((4, 9), [(0, 4)]),
        ((2, 5), [(0, 2), (5, 9)]),
        ((0, 11), []),
        ((10, 11), [(0, 9)]),
        ((9, 11), [(0, 9)]),
    ],
)
def test_the_way_round_counts_only_on_days_without_the_direct_one(direct, roundabout):
    clinic, hospital, region = 3, 2, 1
    ties = [
        DatedTie(clinic, hospital, True, DAYS[0], DAYS[9]),
        DatedTie(hospital, region, True, DAYS[0], DAYS[9]),
        DatedTie(clinic, region, True, DAYS[direct[0]], DAYS[direct[1]]),
    ]
    above = {row for row in closure(ties) if row[:2] == (region, clinic)}
    assert above == {
        Row(region, clinic, 1, DAYS[direct[0]], DAYS[direct[1]]),
        *(Row(region, clinic, 2, DAYS[start], DAYS[end]) for start, end in roundabout),
    }


def test_the_way_round_before_the_direct_one_and_far_from_it():
    """What the shorter way covers lies before all of the longer one."""
    ties = [
        DatedTie(3, 2, True, DAYS[5], DAYS[9]),
        DatedTie(2, 1, True, DAYS[5], DAYS[9]),
        DatedTie(3, 1, True, DAYS[0], DAYS[2]),
    ]
    assert {row for row in closure(ties) if row[:2] == (1, 3)} == {
        Row(1, 3, 1, DAYS[0], DAYS[2]),
        Row(1, 3, 2, DAYS[5], DAYS[9]),
    }


def test_days_after_one_another_are_one_stretch():
    ties = [DatedTie(2, 1, True, start, end) for start, end in [(D2, D9), (D0, D1), (D1, D2)]]
    assert list(closure(ties)) == [Row(1, 2, 1, D0, D9)]


def test_two_bodies_may_change_places_in_time():
    assert set(closure([DatedTie(1, 2, True, D0, D1), DatedTie(2, 1, True, D1, D2)])) == {
        Row(2, 1, 1, D0, D1),
        Row(1, 2, 1, D1, D2),
    }


def test_a_ring_on_one_day_is_refused():
    with pytest.raises(RingError):
        list(closure([DatedTie(1, 2, True, D0, D2), DatedTie(2, 1, True, D1, D9)]))
