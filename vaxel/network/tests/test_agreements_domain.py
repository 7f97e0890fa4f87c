"""When a county's agreement holds, and when the parties are to decide about going on."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.calendar import FOREVER
from vaxel.network.domain.agreements import (
    Renewal,
    Standing,
    Terms,
    decide_by,
    in_force,
    period_end,
    renewal_due,
    standing,
)

D = dt.date
YEAR = Terms(D(2026, 1, 1), D(2027, 1, 1))
days = st.dates(D(2020, 1, 1), D(2040, 12, 31))
signings = st.lists(st.none() | days, max_size=4)


@pytest.mark.parametrize(
    ("proposed", "signed", "day", "stands"),
    [
        (False, [None, None], D(2026, 3, 1), Standing.DRAFT),
        (True, [D(2026, 2, 1), None], D(2026, 3, 1), Standing.WAITING),
        (True, [D(2026, 2, 1), D(2026, 3, 2)], D(2026, 3, 1), Standing.WAITING),
        (True, [D(2026, 2, 1), D(2026, 3, 1)], D(2026, 3, 1), Standing.IN_FORCE),
        (True, [D(2025, 2, 1)], D(2025, 12, 31), Standing.COMING),
        (True, [D(2025, 2, 1)], D(2026, 1, 1), Standing.IN_FORCE),
        (True, [D(2025, 2, 1)], D(2026, 12, 31), Standing.IN_FORCE),
        (True, [D(2025, 2, 1)], D(2027, 1, 1), Standing.ENDED),
        (True, [], D(2026, 3, 1), Standing.WAITING),
    ],
)
def test_it_holds_when_all_have_signed(proposed, signed, day, stands):
    assert standing(YEAR, proposed, signed, day) == stands


@pytest.mark.parametrize(
    ("terms", "day", "decides", "due"),
    [
        (YEAR, D(2026, 6, 30), D(2026, 7, 1), False),
        (YEAR, D(2026, 7, 1), D(2026, 7, 1), True),
        (YEAR, D(2027, 1, 1), D(2026, 7, 1), False),
        (Terms(D(2026, 1, 1)), D(2030, 1, 1), None, False),
        (Terms(D(2024, 3, 1), D(2024, 8, 31), notice_months=6), D(2024, 5, 1), D(2024, 2, 29), True),
        (Terms(D(2024, 2, 29), D(2025, 2, 28), Renewal.YEARLY, 3), D(2026, 1, 1), D(2025, 11, 28), True),
    ],
)
def test_the_day_to_decide(terms, day, decides, due):
    assert (decide_by(terms, day), renewal_due(terms, day)) == (decides, due)


@pytest.mark.parametrize(
    ("ends", "day", "end"),
    [
        (D(2027, 1, 1), D(2026, 3, 1), D(2027, 1, 1)),
        (D(2027, 6, 1), D(2027, 5, 31), D(2027, 6, 1)),
        (D(2027, 6, 1), D(2027, 6, 1), D(2028, 6, 1)),
        (D(2027, 6, 1), D(2029, 5, 31), D(2029, 6, 1)),
        (D(2027, 6, 1), D(2029, 6, 1), D(2030, 6, 1)),
        (D(2024, 2, 29), D(2027, 1, 1), D(2027, 2, 28)),
        (D(2024, 2, 29), D(2027, 3, 1), D(2028, 2, 29)),
    ],
)
def test_one_prolonged_yearly_ends_on_the_same_day_of_the_year_the_next_time_it_comes(ends, day, end):
    assert period_end(Terms(D(2020, 1, 1), ends, Renewal.YEARLY), day) == end
    assert period_end(Terms(D(2020, 1, 1), ends), day) == ends, "one that ends does so once"


@pytest.mark.parametrize(
    ("ends", "months", "by"),
    [
        (D(2027, 7, 31), 6, D(2027, 1, 31)),
        (D(2027, 5, 31), 6, D(2026, 11, 30)),
        (D(2027, 6, 30), 6, D(2026, 12, 30)),
        (D(2027, 8, 31), 6, D(2027, 2, 28)),
        (D(2027, 1, 1), 0, D(2027, 1, 1)),
    ],
)
def test_months_before_the_end_is_the_same_day_or_the_months_last(ends, months, by):
    assert decide_by(Terms(D(2026, 1, 1), ends, notice_months=months), D(2026, 6, 1)) == by


@given(starts=days, length=st.integers(1, 2000), months=st.integers(0, 24), signed=signings, day=days)
def test_one_prolonged_yearly_never_runs_out_and_never_holds_unsigned(starts, length, months, signed, day):
    terms = Terms(starts, starts + dt.timedelta(days=length), Renewal.YEARLY, months)
    assert period_end(terms, day) > day
    all_have = bool(signed) and all(each and each <= day for each in signed)
    assert in_force(terms, True, signed, day) == (all_have and starts <= day)
    assert not in_force(terms, False, signed, day)


@given(starts=days, signed=signings, day=days)
def test_until_further_notice_there_is_nothing_to_decide(starts, signed, day):
    assert decide_by(Terms(starts, FOREVER), day) is None
    assert standing(Terms(starts, FOREVER), True, signed, day) != Standing.ENDED
