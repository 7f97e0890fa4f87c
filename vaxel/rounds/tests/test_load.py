"""How much falls due when: a week is from Monday to Sunday."""

import datetime as dt

import pytest

from vaxel.rounds.domain.load import monday, per_week

MONDAY = dt.date(2026, 3, 30)


@pytest.mark.parametrize("number", range(7))
def test_every_day_of_a_week_has_the_same_monday(number):
    assert monday(MONDAY + dt.timedelta(days=number)) == MONDAY


def test_due_days_are_counted_in_their_weeks_and_those_outside_are_left_out():
    days = [dt.date(2026, 3, 29), dt.date(2026, 3, 30), dt.date(2026, 4, 5), dt.date(2026, 4, 20), dt.date(2026, 4, 27)]
    weeks = [MONDAY, dt.date(2026, 4, 6), dt.date(2026, 4, 13), dt.date(2026, 4, 20)]
    assert per_week(days, weeks) == [2, 0, 0, 1]
    assert per_week([], weeks) == [0, 0, 0, 0]
