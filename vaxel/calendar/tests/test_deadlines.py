import datetime as dt

import pytest
import time_machine

from vaxel.calendar.clock import today
from vaxel.calendar.domain.deadlines import SWEDEN, deadline, in_time, midnight, swedish_day

EVERY_DAY = [dt.date(2020, 1, 1) + dt.timedelta(days=step) for step in range(7671)]
SECOND = dt.timedelta(seconds=1)


def test_every_due_day_2020_to_2040_ends_at_swedish_midnight():
    assert EVERY_DAY[-1] == dt.date(2040, 12, 31)
    for day in EVERY_DAY:
        end = deadline(day)
        assert (end.hour, end.minute, end.date()) == (0, 0, day + dt.timedelta(days=1))
        assert in_time(end.astimezone(dt.UTC) - SECOND, day)
        assert not in_time(end.astimezone(dt.UTC), day)


def test_every_day_is_as_long_as_its_clock():
    """23 hours when summer time begins, 25 when it ends, 24 otherwise: twenty-one of each odd length."""
    lengths = [deadline(day).astimezone(dt.UTC) - midnight(day).astimezone(dt.UTC) for day in EVERY_DAY]
    hours = [length / dt.timedelta(hours=1) for length in lengths]
    assert (hours.count(23), hours.count(25), hours.count(24)) == (21, 21, 7671 - 42)


def test_what_arrives_at_235958_is_in_time_however_long_the_queue():
    for day in EVERY_DAY:
        received = deadline(day).astimezone(dt.UTC) - 2 * SECOND
        saved = received + 60 * SECOND
        assert in_time(received, day)
        assert not in_time(saved, day)


def test_every_instant_of_a_day_belongs_to_it():
    for day in EVERY_DAY:
        start, end = midnight(day).astimezone(dt.UTC), deadline(day).astimezone(dt.UTC)
        assert swedish_day(start) == swedish_day(end - SECOND) == day
        assert swedish_day(start - SECOND) == day - dt.timedelta(days=1)


def test_a_naive_instant_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        in_time(dt.datetime(2026, 1, 1), dt.date(2026, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        ("2026-06-30T21:59:59", "2026-06-30"),
        ("2026-06-30T22:00:00", "2026-07-01"),
        ("2026-12-31T23:30:00", "2027-01-01"),
    ],
)
def test_today_is_swedish(utc, day):
    with time_machine.travel(dt.datetime.fromisoformat(utc).replace(tzinfo=dt.UTC), tick=False):
        assert str(today()) == day


def test_the_hour_that_comes_twice_is_not_counted_twice():
    first = dt.datetime(2026, 10, 25, 2, 30, tzinfo=SWEDEN, fold=0)
    second = dt.datetime(2026, 10, 25, 2, 30, tzinfo=SWEDEN, fold=1)
    assert swedish_day(first) == swedish_day(second) == dt.date(2026, 10, 25)
