"""How long a link to answer by holds: the last day is included, the day after it is not."""

import datetime as dt

import pytest

from vaxel.rounds.domain.links import LinkState, good_through, state_of

ISSUED, LAST = dt.date(2026, 3, 2), dt.date(2026, 4, 14)
DAY = dt.timedelta(days=1)


def test_a_link_holds_a_fortnight_after_the_last_day_to_answer():
    assert good_through(dt.date(2026, 3, 31), ISSUED) == dt.date(2026, 4, 14)


def test_without_a_last_day_it_holds_half_a_year_from_when_it_was_sent():
    assert good_through(None, ISSUED) == dt.date(2026, 8, 29)


@pytest.mark.parametrize(
    ("is_open", "revoked", "today", "state"),
    [
        (True, False, LAST - DAY, LinkState.LIVE),
        (True, False, LAST, LinkState.LIVE),
        (True, False, LAST + DAY, LinkState.EXPIRED),
        (True, True, LAST, LinkState.REVOKED),
        (True, True, LAST + DAY, LinkState.REVOKED),
        (False, False, LAST, LinkState.CLOSED),
        (False, True, LAST, LinkState.CLOSED),
        (False, True, LAST + DAY, LinkState.CLOSED),
    ],
)
def test_what_cannot_be_mended_by_another_link_is_told_first(is_open, revoked, today, state):
    assert state_of(is_open=is_open, revoked=revoked, last=LAST, today=today) is state
