import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.calendar.domain.days import (
    add_working_days,
    is_working_day,
    iso_week,
    next_working_day,
    previous_working_day,
    week_start,
    weeks_ahead,
    why_not_working,
    working_days_from,
)

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31))

OFF = {
    "2020-01-01": "nyårsdagen",
    "2020-01-06": "trettondedag jul",
    "2020-04-10": "långfredagen",
    "2020-05-21": "kristi himmelsfärdsdag",
    "2020-06-06": "nationaldagen",
    "2020-06-19": "midsommarafton",
    "2020-10-31": "alla helgons dag",
    "2026-12-24": "julafton",
    "2026-12-31": "nyårsafton",
    "2026-11-28": "lördag",
    "2026-11-29": "söndag",
}


@pytest.mark.parametrize(("day", "why"), OFF.items())
def test_a_day_off_says_why(day, why):
    assert why_not_working(dt.date.fromisoformat(day)) == why


@pytest.mark.parametrize("day", ["2020-01-31", "2026-04-02", "2026-04-30", "2026-05-15", "2026-10-30"])
def test_half_days_and_squeezed_days_are_working_days(day):
    assert is_working_day(dt.date.fromisoformat(day))


def test_the_reason_can_be_english():
    assert why_not_working(dt.date(2026, 6, 19), "en") == "Midsummer Eve"
    assert why_not_working(dt.date(2026, 11, 28), "en") == "Saturday"
    assert why_not_working(dt.date(2026, 11, 29), "en") == "Sunday"


def test_whoever_reads_another_language_is_told_in_english():
    assert why_not_working(dt.date(2026, 11, 28), "fi") == "Saturday"
    assert why_not_working(dt.date(2026, 6, 19), "fi") == "Midsummer Eve"


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2026-11-29", "2026-11-27"),
        ("2026-11-28", "2026-11-27"),
        ("2026-12-27", "2026-12-23"),
        ("2026-11-26", "2026-11-26"),
    ],
)
def test_the_working_day_before(day, before):
    assert previous_working_day(dt.date.fromisoformat(day)) == dt.date.fromisoformat(before)


@pytest.mark.parametrize(
    ("number", "day"), [(0, "2026-11-27"), (1, "2026-11-30"), (-1, "2026-11-26"), (3, "2026-12-02"), (-5, "2026-11-20")]
)
def test_working_days_from_a_saturday_are_counted_from_its_friday(number, day):
    assert working_days_from(dt.date(2026, 11, 28), number) == dt.date.fromisoformat(day)


def test_a_week_begins_on_its_monday_and_the_next_ones_follow():
    for step in range(7):
        assert week_start(dt.date(2026, 11, 23) + dt.timedelta(days=step)) == dt.date(2026, 11, 23)
    mondays = [dt.date(2026, 11, 23), dt.date(2026, 11, 30), dt.date(2026, 12, 7)]
    assert list(weeks_ahead(dt.date(2026, 11, 26), 3)) == mondays


@pytest.mark.parametrize(
    ("day", "following"),
    [("2026-06-19", "2026-06-22"), ("2026-12-24", "2026-12-28"), ("2020-01-31", "2020-01-31")],
)
def test_the_next_working_day(day, following):
    assert next_working_day(dt.date.fromisoformat(day)) == dt.date.fromisoformat(following)


@given(DAYS)
def test_the_next_working_day_is_the_first_one_and_soon(day):
    found = next_working_day(day)
    assert is_working_day(found)
    assert (found - day).days <= 5
    assert not any(is_working_day(day + dt.timedelta(days=step)) for step in range((found - day).days))


@given(DAYS, st.integers(0, 30))
def test_working_days_are_counted_one_by_one(day, number):
    end = add_working_days(day, number)
    start = next_working_day(day)
    between = [start + dt.timedelta(days=step) for step in range(1, (end - start).days + 1)]
    assert sum(map(is_working_day, between)) == number


def test_a_year_has_as_many_working_days_as_almanacs_say():
    """2020: 366 days, 104 of them weekend, 10 days off on weekdays."""
    year = [dt.date(2020, 1, 1) + dt.timedelta(days=step) for step in range(366)]
    assert sum(map(is_working_day, year)) == 252


def test_the_week_belongs_to_its_own_year():
    assert iso_week(dt.date(2021, 1, 3)) == (2020, 53)
    assert iso_week(dt.date(2020, 1, 31)) == (2020, 5)


@given(DAYS)
def test_weeks_ahead_are_mondays_from_this_week_on(day):
    found = weeks_ahead(day, 8)
    assert len(found) == 8
    assert {one.weekday() for one in found} == {0}
    assert 0 <= (day - found[0]).days < 7
