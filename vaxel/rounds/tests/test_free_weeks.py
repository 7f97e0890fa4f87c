"""Which weeks are offered to a sender: the golden table of one year's end, and what always holds."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.calendar.domain.days import is_working_day, week_start
from vaxel.calendar.domain.windows import Spell
from vaxel.rounds.domain.free_weeks import free_weeks, weeks_to_look_at

DAY = dt.date.fromisoformat
TODAY = DAY("2026-11-25")


def offered(owed=(), spells=(), number=3):
    return [(str(week.due), week.owed) for week in free_weeks(dict(owed), spells, TODAY, number)]


def test_twelve_weeks_are_looked_at_when_three_have_been_given_to_answer_in():
    weeks = weeks_to_look_at(TODAY)
    assert (len(weeks), str(weeks[0]), str(weeks[-1])) == (12, "2026-12-14", "2027-03-01")


def test_the_nearest_free_weeks_after_three_weeks_and_never_christmas():
    assert offered() == [("2026-12-18", 0), ("2027-01-08", 0), ("2027-01-15", 0)]


def test_the_least_load_goes_before_the_nearest():
    assert offered({DAY("2026-12-14"): 9, DAY("2027-01-11"): 2}) == [
        ("2027-01-08", 0),
        ("2027-01-22", 0),
        ("2027-01-29", 0),
    ]


def test_a_fixed_window_goes_last_and_is_named():
    january = Spell("Slutredovisning", DAY("2027-01-04"), DAY("2027-02-01"))
    assert [due for due, _owed in offered(spells=[january])] == ["2026-12-18", "2027-02-12", "2027-02-19"]
    last = free_weeks({}, [january], TODAY, 12)[-1]
    assert last.windows == ("Slutredovisning",)


@pytest.mark.parametrize(
    ("first", "last", "touches"),
    [
        ("2027-02-01", "2027-02-07", False),
        ("2027-02-01", "2027-02-08", True),  # its last day is the Monday
        ("2027-02-10", "2027-02-10", True),
        ("2027-02-12", "2027-02-28", True),  # its first day is the Friday
        ("2027-02-13", "2027-02-28", False),
    ],
)
def test_a_window_touches_a_week_by_one_working_day(first, last, touches):
    window = Spell("Slutredovisning", DAY(first), DAY(last))
    (week,) = [week for week in free_weeks({}, [window], TODAY, 12) if week.monday == DAY("2027-02-08")]
    assert week.windows == (("Slutredovisning",) if touches else ())


def test_a_week_whose_friday_is_off_offers_its_last_working_day():
    found = free_weeks({}, [], DAY("2026-03-04"), 12)
    assert DAY("2026-04-03") not in [week.due for week in found]  # Good Friday: four days are left
    assert DAY("2026-04-02") in [week.due for week in found]


loads = st.dictionaries(st.sampled_from(weeks_to_look_at(TODAY)), st.integers(0, 500))


@given(loads, st.dates(dt.date(2020, 1, 1), dt.date(2035, 1, 1)))
def test_always_working_days_three_weeks_off_in_order_of_load(owed, today):
    found = free_weeks(owed, [], today, 20)
    assert found
    for week in found:
        assert is_working_day(week.due)
        assert week_start(week.due) == week.monday
        assert week.due >= today + dt.timedelta(days=14)
    assert [week.owed for week in found] == sorted(week.owed for week in found)
