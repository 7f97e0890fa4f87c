"""Dates by hand from the almanac: Christmas 2026 lies in the way of the second."""

import datetime as dt

import pytest

from vaxel.signals.domain.promise import days_owed, first_promise, promise_after_move

GOLDEN = [
    ("2026-11-02", "2026-11-23"),
    ("2026-12-14", "2027-01-11"),  # Christmas, New Year's Eve and Twelfth Night are no working days
    ("2026-06-19", "2026-07-13"),  # written on Midsummer's Eve: counted from the Monday after
]


@pytest.mark.parametrize(("written", "promised"), GOLDEN)
def test_three_weeks_of_working_days(written, promised):
    assert first_promise(dt.date.fromisoformat(written)) == dt.date.fromisoformat(promised)


def test_a_move_never_takes_time_from_whoever_gets_it_nor_from_what_was_told():
    monday = dt.date(2026, 11, 2)
    assert promise_after_move(monday, monday) == dt.date(2026, 11, 16)
    assert promise_after_move(dt.date(2026, 12, 24), monday) == dt.date(2026, 12, 24)


def test_owed_from_the_day_after():
    day = dt.date(2026, 11, 23)
    assert [days_owed(day, day + dt.timedelta(days=n)) for n in (-1, 0, 1, 13)] == [0, 0, 1, 13]
