"""Each kind of entry, by what it does: to a body's standing, to the levels and to the whole, and from which day."""

import datetime as dt
from dataclasses import fields, replace

import pytest

from vaxel.funding.domain.entries import BETWEEN, INTO, NOTED, OUT_OF, OWN_KINDS, Entry, EntryKind, Pocket, well_formed
from vaxel.funding.domain.ledger import COLUMNS, Balance, LevelTotal, Standing, balance, left, levels, lowest, standing

K = EntryKind
PAYER, COUNTY, FALUN, MORA = 1, 2, 3, 4
LEVEL = {PAYER: "national", COUNTY: "county", FALUN: "principal", MORA: "principal"}.__getitem__
DAY = dt.date(2020, 3, 1)
NEXT, LATER = DAY + dt.timedelta(days=1), DAY + dt.timedelta(days=10)


def entry(kind, ore, source=None, target=None, day=DAY, **more):
    return Entry(
        **{"id": 1, "stream": 1, "year": 2020} | more, day=day, kind=kind, ore=ore, source=source, target=target
    )


def one_of(kind, ore=100):
    """An entry of the kind: Falun at its one end, or Falun and Mora at both."""
    if kind in BETWEEN:
        return entry(kind, ore, FALUN, MORA)
    return entry(kind, ore, None, FALUN, refers_to=7) if kind in INTO else entry(kind, ore, FALUN)


AT_THE_SOURCE = {
    K.GRANTED: {"shared_out": 100, "left": -100},
    K.ROUNDED_UP: {"shared_out": 100, "left": -100},
    K.ROUNDED_DOWN: {"granted": -100, "left": -100},
    K.POOLED: {"pooled": 100, "left": -100},
    K.PASSED_ON: {"passed_on": 100, "left": -100},
    K.FEE: {"passed_on": 100, "left": -100},
    K.DECLINED: {"declined": 100, "left": -100},
    K.LAPSED: {"lapsed": 100, "left": -100},
    K.USED: {"used": 100, "left": -100},
    K.CARRIED_OUT: {"carried_out": 100, "left": -100},
    K.REPAID: {"repaid": 100, "owed": -100, "left": -100},
    K.REQUISITIONED: {"requisitioned": 100},
    K.TO_REPAY: {"owed": 100},
    K.JUSTIFIED: {"owed": -100},
    K.WRITTEN_OFF: {"owed": -100},
}
AT_THE_TARGET = {
    K.POT: {"granted": 100, "left": 100},
    K.GRANTED: {"granted": 100, "left": 100},
    K.ROUNDED_POT: {"granted": 100, "left": 100},
    K.ROUNDED_UP: {"granted": 100, "left": 100},
    K.ROUNDED_DOWN: {"shared_out": -100, "left": 100},
    K.SHARED_ANEW: {"granted": 100, "left": 100},
    K.POOLED: {"received": 100, "left": 100},
    K.PASSED_ON: {"received": 100, "left": 100},
    K.FEE: {"received": 100, "left": 100},
    K.DISALLOWED: {"used": -100, "left": 100},
    K.CARRIED_IN: {"carried_in": 100, "left": 100},
}


@pytest.mark.parametrize("kind", K)
def test_what_an_entry_does_at_its_ends_and_nowhere_else(kind):
    made = one_of(kind)
    for node, table in ((made.source, AT_THE_SOURCE), (made.target, AT_THE_TARGET)):
        assert (node is not None) == (kind in table)
        if node is not None:
            assert standing([made], node) == Standing(**table[kind])
            assert left([made], node) == standing([made], node).left
            assert standing([made, replace(made, id=2, reverses=1)], node) == Standing()
    assert standing([made], COUNTY) == Standing()


@pytest.mark.parametrize("kind", K)
def test_a_kind_counts_only_where_it_has_an_end(kind):
    made, names = one_of(kind), {one.name for one in fields(Standing)}
    for node, words in zip((made.source, made.target), COLUMNS[kind], strict=True):
        assert (node is not None) == bool(words)
        assert {word.removeprefix("-") for word in words.split()} <= names


@pytest.mark.parametrize("kind", K)
def test_an_entry_has_the_ends_of_its_kind_and_at_least_an_ore(kind):
    made = one_of(kind, 1)
    assert well_formed(made)
    assert [kind in kinds for kinds in (BETWEEN, INTO, OUT_OF, NOTED)].count(True) == 1
    assert not well_formed(replace(made, ore=0))
    for ends in ((FALUN, MORA), (FALUN, None), (None, FALUN), (None, None), (FALUN, FALUN)):
        same = [end is None for end in ends] == [made.source is None, made.target is None] and len(set(ends)) == 2
        assert well_formed(replace(made, source=ends[0], target=ends[1])) == same


def test_an_opening_says_which_closing_it_opens():
    assert not well_formed(entry(K.CARRIED_IN, 1, None, FALUN))


def test_by_hand_a_body_says_only_what_it_has_used_and_repaid():
    assert {kind for kind in K if kind in OWN_KINDS} == {K.USED, K.REPAID}


def test_what_a_standing_adds_up_to():
    now = Standing(
        granted=1000_00, requisitioned=300_00, received=70_00, pooled=20_00, passed_on=8_00, shared_out=1_00, used=5_00,
        declined=50_00, lapsed=40_00, repaid=3_00, owed=60_00, left=200_00,
    )  # fmt: skip
    assert now.free == 140_00
    assert now.to_requisition == 610_00
    assert now.exchanged == 41_00
    assert now.returned == 93_00


STORY = (
    entry(K.POT, 1000, None, PAYER),
    entry(K.GRANTED, 600, PAYER, FALUN, NEXT),
    entry(K.GRANTED, 300, PAYER, MORA, NEXT),
    entry(K.USED, 100, FALUN, None, LATER),
    entry(K.USED, 50, FALUN, None, LATER),
)


def test_a_day_counts_to_its_end_and_no_longer():
    before = [standing(STORY, FALUN, day) for day in (DAY, NEXT, LATER - dt.timedelta(days=1), LATER)]
    assert before == [
        Standing(),
        Standing(granted=600, left=600),
        Standing(granted=600, left=600),
        Standing(granted=600, used=150, left=450),
    ]
    assert [left(STORY, PAYER, day) for day in (DAY - dt.timedelta(days=1), DAY, NEXT)] == [0, 1000, 100]
    assert [levels(STORY, LEVEL, day).get("principal") for day in (DAY, NEXT, LATER)] == [
        None,
        LevelTotal(came_in=900, left=900),
        LevelTotal(came_in=900, used=150, left=750),
    ]
    assert [balance(STORY, day) for day in (DAY - dt.timedelta(days=1), DAY, LATER)] == [
        Balance(came_in=0, left=0, used=0, returned=0, under_way=0),
        Balance(came_in=1000, left=1000, used=0, returned=0, under_way=0),
        Balance(came_in=1000, left=850, used=150, returned=0, under_way=0),
    ]


def test_the_least_that_is_left_is_of_one_pocket_and_counts_a_whole_day_at_once():
    other = [
        replace(one, stream=stream, year=year, ore=1000 * one.ore)
        for one in STORY
        for stream, year in ((2, 2020), (1, 2021))
    ]
    story = [*STORY, *other]
    assert lowest(story, Pocket(FALUN, 1, 2020), DAY) == 0, "nothing has come yet"
    assert lowest(story, Pocket(FALUN, 1, 2020), NEXT) == 450
    assert lowest(story, Pocket(FALUN, 1, 2020), LATER) == 450
    assert lowest([*story, entry(K.POOLED, 70, MORA, FALUN, LATER)], Pocket(FALUN, 1, 2020), NEXT) == 520


@pytest.mark.parametrize(
    ("kind", "principal"),
    [
        (K.USED, LevelTotal(came_in=600, used=100, left=500)),
        (K.DECLINED, LevelTotal(came_in=600, returned=100, left=500)),
        (K.LAPSED, LevelTotal(came_in=600, returned=100, left=500)),
        (K.REPAID, LevelTotal(came_in=600, returned=100, left=500)),
        (K.CARRIED_OUT, LevelTotal(came_in=500, left=500)),
        (K.REQUISITIONED, LevelTotal(came_in=600, left=600)),
        (K.TO_REPAY, LevelTotal(came_in=600, left=600)),
        (K.JUSTIFIED, LevelTotal(came_in=600, left=600)),
        (K.WRITTEN_OFF, LevelTotal(came_in=600, left=600)),
    ],
)
def test_what_leaves_a_level_for_nobody(kind, principal):
    granted = entry(K.GRANTED, 600, PAYER, FALUN)
    assert levels([granted, entry(kind, 100, FALUN)], LEVEL)["principal"] == principal


def test_what_goes_to_another_level_goes_on_and_what_comes_back_has_never_gone():
    pot, granted = entry(K.POT, 1000, None, PAYER), entry(K.GRANTED, 600, PAYER, FALUN)
    found = levels([pot, granted, entry(K.ROUNDED_DOWN, 10, FALUN, PAYER)], LEVEL)
    assert found == {
        "national": LevelTotal(came_in=1000, went_on=590, left=410),
        "principal": LevelTotal(came_in=590, left=590),
    }
    up = levels([pot, granted, entry(K.ROUNDED_UP, 10, PAYER, FALUN), entry(K.POOLED, 200, FALUN, COUNTY)], LEVEL)
    assert up == {
        "national": LevelTotal(came_in=1000, went_on=610, left=390),
        "principal": LevelTotal(came_in=610, went_on=200, left=410),
        "county": LevelTotal(came_in=200, left=200),
    }


def test_use_that_is_not_accepted_was_never_use_of_the_level_nor_of_the_whole():
    story = [*STORY, entry(K.DISALLOWED, 30, None, FALUN, LATER)]
    assert levels(story, LEVEL)["principal"] == LevelTotal(came_in=900, used=120, left=780)
    assert balance(story) == Balance(came_in=1000, left=880, used=120, returned=0, under_way=0)


def test_a_year_closed_and_not_yet_opened_is_under_way():
    closed = [*STORY, entry(K.CARRIED_OUT, 200, FALUN, day=LATER), entry(K.DECLINED, 20, MORA, day=LATER)]
    now = balance(closed)
    assert now == Balance(came_in=1000, left=630, used=150, returned=20, under_way=200)
    assert now.holds
    opened = [*closed, entry(K.CARRIED_IN, 200, None, FALUN, LATER, year=2021, refers_to=6)]
    assert balance(opened) == Balance(came_in=1000, left=830, used=150, returned=20, under_way=0)
    assert levels(opened, LEVEL)["principal"] == LevelTotal(came_in=900, used=150, returned=20, left=730)


@pytest.mark.parametrize("lost", ["came_in", "left", "used", "returned", "under_way"])
def test_a_single_ore_that_is_missing_anywhere_does_not_hold(lost):
    right = Balance(came_in=1111, left=1000, used=100, returned=10, under_way=1)
    assert right.holds
    assert not replace(right, **{lost: getattr(right, lost) - 1}).holds
