import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.calendar.domain.days import is_working_day, working_days_from
from vaxel.calendar.domain.deadlines import SWEDEN, swedish_day
from vaxel.calendar.domain.quiet import after_quiet, is_quiet


def sweden(year, month, day, hour=12, minute=0):
    return dt.datetime(year, month, day, hour, minute, tzinfo=SWEDEN)


@pytest.mark.parametrize(
    ("instant", "leaves"),
    [
        (sweden(2026, 11, 25, 12), sweden(2026, 11, 25, 12)),  # a Wednesday, at noon
        (sweden(2026, 11, 25, 6, 59), sweden(2026, 11, 25, 7)),
        (sweden(2026, 11, 25, 7), sweden(2026, 11, 25, 7)),
        (sweden(2026, 11, 25, 17, 59), sweden(2026, 11, 25, 17, 59)),
        (sweden(2026, 11, 25, 18), sweden(2026, 11, 26, 7)),
        (sweden(2026, 11, 27, 18), sweden(2026, 11, 30, 7)),  # over a weekend
        (sweden(2026, 11, 28, 12), sweden(2026, 11, 30, 7)),
        (sweden(2026, 12, 23, 20), sweden(2026, 12, 28, 7)),  # over Christmas and the weekend after it
        (sweden(2027, 3, 27, 23), sweden(2027, 3, 30, 7)),  # the clocks go forward that night; Monday is Easter Monday
        (sweden(2026, 10, 24, 23), sweden(2026, 10, 26, 7)),  # and back
        (dt.datetime(2026, 7, 1, 16, tzinfo=dt.UTC), sweden(2026, 7, 2, 7)),  # 18.00 in Sweden
        (dt.datetime(2026, 1, 7, 16, tzinfo=dt.UTC), sweden(2026, 1, 7, 17)),  # 17.00 in Sweden
    ],
)
def test_when_something_leaves_that_nobody_waits_for(instant, leaves):
    assert after_quiet(instant) == leaves


START, STOP = dt.datetime(2020, 1, 1), dt.datetime(2040, 1, 1)  # noqa: DTZ001 - hypothesis adds the zone
INSTANTS = st.datetimes(START, STOP, timezones=st.just(dt.UTC))


@given(INSTANTS)
def test_it_never_leaves_in_quiet_hours_never_early_and_always_within_a_week(instant):
    leaves = after_quiet(instant)
    assert not is_quiet(leaves)
    assert is_working_day(swedish_day(leaves))
    assert dt.timedelta() <= leaves - instant < dt.timedelta(days=7)
    assert after_quiet(leaves) == leaves


@given(INSTANTS, INSTANTS)
def test_what_comes_later_leaves_no_earlier(one, other):
    assert (after_quiet(one) <= after_quiet(other)) or one > other


@pytest.mark.parametrize(
    ("day", "number", "found"),
    [
        (dt.date(2026, 11, 25), -3, dt.date(2026, 11, 20)),
        (dt.date(2026, 11, 25), 0, dt.date(2026, 11, 25)),
        (dt.date(2026, 11, 25), 1, dt.date(2026, 11, 26)),
        (dt.date(2026, 11, 29), 0, dt.date(2026, 11, 27)),  # a Sunday: the Friday before
        (dt.date(2026, 11, 29), 1, dt.date(2026, 11, 30)),
        (dt.date(2026, 11, 29), -1, dt.date(2026, 11, 26)),
        (dt.date(2026, 12, 28), -1, dt.date(2026, 12, 23)),  # over Christmas
    ],
)
def test_working_days_are_counted_from_a_day(day, number, found):
    assert working_days_from(day, number) == found
