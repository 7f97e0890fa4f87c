"""When a digest leaves."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.calendar.domain.days import is_working_day
from vaxel.calendar.domain.deadlines import SWEDEN
from vaxel.notices.domain.rhythm import Rhythm, next_digest


def at(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=SWEDEN)


GOLDEN = [
    ("2026-11-25 06:30", Rhythm.DAILY, "2026-11-25 07:00"),
    ("2026-11-25 07:00", Rhythm.DAILY, "2026-11-25 07:00"),
    ("2026-11-25 08:00", Rhythm.DAILY, "2026-11-26 07:00"),
    ("2026-11-27 15:00", Rhythm.DAILY, "2026-11-30 07:00"),  # over the weekend
    ("2026-12-23 15:00", Rhythm.DAILY, "2026-12-28 07:00"),  # over Christmas
    ("2026-11-25 08:00", Rhythm.WEEKLY, "2026-11-30 07:00"),
    ("2026-11-30 06:00", Rhythm.WEEKLY, "2026-11-30 07:00"),
    ("2026-11-30 08:00", Rhythm.WEEKLY, "2026-12-07 07:00"),
    ("2027-03-25 08:00", Rhythm.WEEKLY, "2027-03-30 07:00"),  # Easter Monday is a day off
    ("2027-03-27 12:00", Rhythm.DAILY, "2027-03-30 07:00"),  # clocks change that night
]

FROM, TO = (at(day).replace(tzinfo=None) for day in ("2020-01-01", "2040-01-01"))


@pytest.mark.parametrize(("posted", "rhythm", "leaves"), GOLDEN)
def test_the_table(posted, rhythm, leaves):
    assert next_digest(at(posted), rhythm) == at(leaves)


@given(st.datetimes(FROM, TO, timezones=st.just(dt.UTC)), st.sampled_from(Rhythm))
def test_never_before_and_never_on_a_day_off(moment, rhythm):
    leaves = next_digest(moment, rhythm)
    assert leaves >= moment
    if rhythm is not Rhythm.AT_ONCE:
        assert is_working_day(leaves.astimezone(SWEDEN).date())
        assert leaves - moment < dt.timedelta(days=15)
        assert next_digest(leaves, rhythm) == leaves
