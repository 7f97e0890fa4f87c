"""Whom to remind next: the rule alone, with a table that can be read aloud, then what always holds."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.calendar.domain.days import is_working_day
from vaxel.network.domain.order import Turn
from vaxel.rounds.domain.reminding import (
    DEFAULT_DAYS,
    Line,
    PlanError,
    Sent,
    next_after_bounce,
    next_by_hand,
    next_planned,
    occasions,
    plan_of,
)

CONTACT, DEPUTY, MAILBOX, COORDINATOR = Turn
ALL = tuple(Turn)
DUE = dt.date(2026, 11, 27)  # a Friday; ten working days before: the 13th, three: the 24th; after: 30 Nov, 4 Dec


def day(text):
    month, number = text.split("-")
    return dt.date(2026, int(month), int(number))


def line(can, order=None):
    """In the common order, unless `can` says another."""
    order = order or (tuple(can) if list(can) != sorted(can, key=ALL.index) else ALL)
    return Line(order, frozenset(can))


def test_the_common_plan_of_a_friday():
    assert occasions(DEFAULT_DAYS, DUE) == (day("11-13"), day("11-24"), day("11-30"), day("12-4"))


@pytest.mark.parametrize(
    ("today", "sent", "reachable", "whom"),
    [
        # today    already reminded                               who can be reached     whose turn
        ("11-12", [], ALL, None),
        ("11-13", [], ALL, CONTACT),
        ("11-13", [("11-13", CONTACT)], ALL, None),
        ("11-23", [("11-13", CONTACT)], ALL, None),
        ("11-24", [("11-13", CONTACT)], ALL, DEPUTY),
        ("11-30", [("11-13", CONTACT), ("11-24", DEPUTY)], ALL, MAILBOX),
        ("12-4", [("11-13", CONTACT), ("11-24", DEPUTY), ("11-30", MAILBOX)], ALL, COORDINATOR),
        ("12-9", [("11-13", CONTACT), ("11-24", DEPUTY), ("11-30", MAILBOX), ("12-4", COORDINATOR)], ALL, None),
        # a vacancy or an absence is passed by at once
        ("11-13", [], (DEPUTY, MAILBOX, COORDINATOR), DEPUTY),
        ("11-13", [], (MAILBOX, COORDINATOR), MAILBOX),
        ("11-24", [("11-13", MAILBOX)], (MAILBOX, COORDINATOR), COORDINATOR),
        ("11-13", [], (), None),
        # the body's own order, with the mailbox first
        ("11-24", [("11-13", MAILBOX)], (MAILBOX, CONTACT), CONTACT),
        # weekends and days off: the next tick on a working day
        ("11-14", [], ALL, None),
        ("11-16", [], ALL, CONTACT),
        # an outage over one, two or all occasions: one reminder, and the next one in its own time
        ("11-25", [], ALL, CONTACT),
        ("12-7", [], ALL, CONTACT),
        ("12-7", [("11-13", CONTACT)], ALL, DEPUTY),
        ("11-30", [("11-27", DEPUTY)], ALL, None),  # late by three: it keeps its four working days
        ("12-2", [("11-27", DEPUTY)], ALL, None),
        ("12-3", [("11-27", DEPUTY)], ALL, MAILBOX),
        # reminded by hand before the first occasion, and on the day before it
        ("11-13", [("11-11", CONTACT)], ALL, DEPUTY),
        ("11-13", [("11-12", CONTACT)], ALL, DEPUTY),
        ("11-12", [("11-11", CONTACT)], ALL, None),
        # someone has reminded by hand on a Saturday: the plan leaves that its time
        ("11-24", [("11-21", CONTACT)], ALL, None),
        # a contact found again when the deputy has had a turn: never backwards
        ("11-24", [("11-13", DEPUTY)], ALL, MAILBOX),
        # nobody could be reached on the first occasion
        ("11-24", [("11-13", None)], (COORDINATOR,), COORDINATOR),
    ],
)
def test_whose_turn_it_is(today, sent, reachable, whom):
    sent = [Sent(day(when), turn) for when, turn in sent]
    assert next_planned(DEFAULT_DAYS, DUE, day(today), sent, line(reachable)) == whom


PLANS = st.lists(st.integers(-20, 20), max_size=6).map(plan_of)
REACHABLE = st.lists(st.sampled_from(ALL), unique=True)
TICKS = st.lists(st.tuples(st.integers(0, 90), REACHABLE), max_size=40).map(
    lambda ticks: sorted(ticks, key=lambda one: one[0])
)
START = dt.date(2026, 11, 1)


def run(plan, ticks, order=ALL):
    """A tick on each of these days, with who could be reached then."""
    sent = []
    for number, reachable in ticks:
        today = START + dt.timedelta(days=number)
        if turn := next_planned(plan, DUE, today, sent, line(reachable, order)):
            sent.append(Sent(today, turn))
    return sent


@given(PLANS, TICKS, st.permutations(ALL))
def test_whatever_days_the_tick_was_run_no_step_comes_twice_or_backwards_or_on_a_day_off(plan, ticks, order):
    sent = run(plan, ticks, tuple(order))
    places = [order.index(one.turn) for one in sent]
    assert places == sorted(set(places))
    assert all(is_working_day(one.day) for one in sent)
    assert len({one.day for one in sent}) == len(sent)


@given(PLANS, TICKS)
def test_never_more_reminders_than_occasions_that_have_come(plan, ticks):
    sent = run(plan, ticks)
    for number, one in enumerate(sent, 1):
        assert number <= sum(when <= one.day for when in occasions(plan, DUE))


@given(PLANS, st.integers(0, 90), REACHABLE)
def test_after_an_outage_of_any_length_one_and_not_four(plan, number, reachable):
    sent = run(plan, [(number, reachable)] * 5)
    assert len(sent) <= 1


@given(PLANS, TICKS)
def test_a_tick_more_on_the_same_day_changes_nothing(plan, ticks):
    twice = [tick for tick in ticks for _ in range(2)]
    assert run(plan, twice) == run(plan, ticks)


@given(PLANS)
def test_a_tick_every_day_reminds_on_the_occasions_themselves(plan):
    days = [(number, list(ALL)) for number in range(91)]
    first = [when for when in occasions(plan, DUE) if START <= when <= START + dt.timedelta(days=90)]
    sent = run(plan, days)
    assert [one.day for one in sent] == first[:4] or any(when < START for when in occasions(plan, DUE))
    assert [one.turn for one in sent] == list(ALL[: len(sent)])


@given(st.lists(st.sampled_from(ALL), unique=True, min_size=1), st.integers(1, 12))
def test_by_hand_the_order_is_followed_and_begun_anew_when_all_have_been(reachable, times):
    sent = []
    for number in range(times):
        today = START + dt.timedelta(days=number)
        lap, turn = next_by_hand(sent, today, line(reachable, reachable))
        assert next_by_hand([*sent, Sent(today, turn, lap)], today, line(reachable, reachable)) is None
        sent.append(Sent(today, turn, lap))
    assert [one.turn for one in sent] == [reachable[number % len(reachable)] for number in range(times)]
    assert len({(one.lap, one.turn) for one in sent}) == times


def test_a_mail_that_came_back_goes_to_the_next_whatever_the_day():
    assert next_after_bounce([Sent(DUE, CONTACT)], line(ALL)) == (1, DEPUTY)
    assert next_after_bounce([Sent(DUE, COORDINATOR)], line(ALL)) is None
    assert next_after_bounce([], line(ALL)) == (1, CONTACT)
    assert next_after_bounce([Sent(DUE, COORDINATOR, 1), Sent(DUE, CONTACT, 2)], line(ALL)) == (2, DEPUTY)
    assert next_after_bounce([Sent(DUE, CONTACT, 1), Sent(DUE, CONTACT, 2)], line([MAILBOX])) == (2, MAILBOX)


def test_by_hand_at_most_once_a_day_and_only_whom_can_be_reached():
    saturday = day("11-21")
    assert next_by_hand([], saturday, line(ALL)) == (1, CONTACT)
    assert next_by_hand([Sent(saturday, CONTACT)], saturday, line(ALL)) is None
    assert next_by_hand([Sent(DUE, COORDINATOR, 2)], saturday, line(ALL)) == (3, CONTACT)
    assert next_by_hand([Sent(DUE, None)], saturday, line(())) is None


def test_a_turn_that_is_no_longer_in_the_order_holds_up_nobody():
    own = Line((MAILBOX, CONTACT), frozenset({MAILBOX, CONTACT}))
    assert own.after([COORDINATOR, None]) == MAILBOX
    assert own.after([CONTACT, MAILBOX]) is None  # the furthest, not the latest
    assert Line((), frozenset(ALL)).after([]) is None


def test_a_plan_is_in_order_and_has_each_day_once():
    assert plan_of([5, -10, 1, -3, 5]) == DEFAULT_DAYS == (-10, -3, 1, 5)
    assert plan_of([60, -60]) == (-60, 60)
    assert plan_of(range(8)) == tuple(range(8))
    assert plan_of([1] * 9) == (1,)


def test_the_last_day_may_be_a_day_off():
    saturday = day("11-28")
    assert occasions((1, 0, -1), saturday) == (day("11-26"), day("11-27"), day("11-30"))


@pytest.mark.parametrize("wrong", [[-61], [61], range(9)])
def test_what_is_no_plan(wrong):
    with pytest.raises(PlanError):
        plan_of(wrong)
