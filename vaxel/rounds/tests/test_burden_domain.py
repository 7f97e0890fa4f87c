"""What is asked of whom, added up: each body once in each round, Gotland never two, and time only where it is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.network.domain.kinds import BIT, Kind
from vaxel.rounds.domain.burden import Asked, Level, Sum, counted_as, level_of, parts_of, sums

GOTLAND = BIT[Kind.REGION] | BIT[Kind.MUNICIPALITY]
MUNICIPALITY, REGION, UNIT = BIT[Kind.MUNICIPALITY], BIT[Kind.REGION], BIT[Kind.UNIT]
rounds = st.builds(
    Asked,
    year=st.sampled_from([2025, 2026]),
    sender=st.sampled_from([Level.NATIONAL, Level.COUNTY]),
    minutes=st.none() | st.integers(1, 600),
    asked_as=st.frozensets(st.sampled_from([Kind.MUNICIPALITY, Kind.REGION])),
    histogram=st.dictionaries(st.sampled_from([MUNICIPALITY, REGION, GOTLAND, UNIT]), st.integers(1, 300), min_size=1),
)

LEVELS = {
    Kind.NATION: Level.NATIONAL,
    Kind.SECRETARIAT: Level.NATIONAL,
    Kind.AGENCY: Level.NATIONAL,
    Kind.HEALTHCARE_REGION: Level.HEALTHCARE_REGION,
    Kind.RESOURCE_CENTRE: Level.HEALTHCARE_REGION,
    Kind.COUNTY: Level.COUNTY,
    Kind.REGION: Level.PRINCIPAL,
    Kind.MUNICIPALITY: Level.PRINCIPAL,
    Kind.UNIT: Level.OTHER,
    Kind.USER_ORGANISATION: Level.OTHER,
    Kind.SUPPORT_STRUCTURE: Level.OTHER,
    Kind.GROUP: Level.OTHER,
}


@pytest.mark.parametrize("kind", Kind)
def test_from_which_level_a_kind_asks(kind):
    assert level_of(kind) is LEVELS[kind]


@pytest.mark.parametrize(
    ("asked_as", "kind"),
    [
        ({Kind.MUNICIPALITY}, Kind.MUNICIPALITY),
        ({Kind.REGION}, Kind.REGION),
        ({Kind.REGION, Kind.MUNICIPALITY}, Kind.REGION),
        (set(), Kind.REGION),  # by a list of names
        ({Kind.UNIT}, Kind.REGION),
    ],
)
def test_gotland_counts_as_what_it_was_asked_as(asked_as, kind):
    assert counted_as(GOTLAND, sum(BIT[one] for one in asked_as)) == kind


def test_a_body_of_no_kind_is_counted_as_none():
    assert counted_as(0, MUNICIPALITY) is None
    assert parts_of(Asked(2026, Level.NATIONAL, 10, frozenset({Kind.REGION}), {0: 7, REGION: 2})) == {Kind.REGION: 2}


def test_the_bodies_of_a_kind_are_added_whatever_else_they_are():
    asked = Asked(2026, Level.NATIONAL, 10, frozenset({Kind.MUNICIPALITY}), {MUNICIPALITY: 289, GOTLAND: 1, UNIT: 4})
    assert parts_of(asked) == {Kind.MUNICIPALITY: 290, Kind.UNIT: 4}


def test_a_year_by_hand():
    municipalities, both = frozenset({Kind.MUNICIPALITY}), frozenset({Kind.MUNICIPALITY, Kind.REGION})
    found = sums(
        [
            Asked(2026, Level.NATIONAL, 30, both, {MUNICIPALITY: 289, REGION: 20, GOTLAND: 1}),
            Asked(2026, Level.NATIONAL, None, municipalities, {MUNICIPALITY: 10}),
            Asked(2026, Level.COUNTY, 5, municipalities, {MUNICIPALITY: 15}),
            Asked(2025, Level.NATIONAL, 60, municipalities, {MUNICIPALITY: 100}),
        ]
    )
    assert found == {
        (2026, Level.NATIONAL, Kind.MUNICIPALITY): Sum(rounds=2, parts=299, minutes=8670, silent=1),
        (2026, Level.NATIONAL, Kind.REGION): Sum(rounds=1, parts=21, minutes=630),
        (2026, Level.COUNTY, Kind.MUNICIPALITY): Sum(rounds=1, parts=15, minutes=75),
        (2025, Level.NATIONAL, Kind.MUNICIPALITY): Sum(rounds=1, parts=100, minutes=6000),
    }


@given(st.lists(rounds, max_size=6))
def test_the_parts_add_up_to_everyone_once(asked):
    found = sums(asked).values()
    assert sum(one.parts for one in found) == sum(sum(one.histogram.values()) for one in asked)
    everyones = sum((one.minutes or 0) * sum(one.histogram.values()) for one in asked)
    assert sum(one.minutes for one in found) == everyones


@given(st.lists(rounds, max_size=6))
def test_each_sum_is_what_one_counts_by_hand(asked):
    for (year, level, kind), found in sums(asked).items():
        mine = [one for one in asked if (one.year, one.sender) == (year, level) and parts_of(one)[kind]]
        by_hand = Sum(
            len(mine),
            sum(parts_of(one)[kind] for one in mine),
            sum(parts_of(one)[kind] * (one.minutes or 0) for one in mine),
            sum(one.minutes is None for one in mine),
        )
        assert found == by_hand
