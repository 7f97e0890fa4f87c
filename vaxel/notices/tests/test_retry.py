"""When a mail that did not leave is tried again."""

import datetime as dt

import pytest

from vaxel.notices.domain.retry import LEASE, wait_after

MINUTES = {1: 1, 2: 5, 3: 15, 4: 60, 5: 180, 6: 360, 7: 720, 8: 720, 9: 720}


@pytest.mark.parametrize(("attempts", "minutes"), MINUTES.items())
def test_soon_at_first_and_then_with_patience(attempts, minutes):
    assert wait_after(attempts) == dt.timedelta(minutes=minutes)


def test_after_nine_waits_it_is_given_up():
    assert wait_after(10) is None
    assert wait_after(11) is None


def test_a_sender_silent_for_ten_minutes_is_dead():
    assert dt.timedelta(minutes=10) == LEASE
