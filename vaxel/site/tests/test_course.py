"""The example's courses are plausible: in time order, never in the future, the same every time."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.domain.state import Step
from vaxel.site.example.chance import draw, whole
from vaxel.site.example.course import Meeting, course
from vaxel.site.example.year import YEAR

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
codes = st.integers(100, 2599).map(lambda number: f"{number:04d}")
plans = st.sampled_from([plan for plan in YEAR if plan.state != RoundState.DRAFT])


def meeting(plan, code):
    sent = dt.datetime.combine(NOW.date() + dt.timedelta(days=plan.opens), dt.time(8, 10), dt.UTC)
    return Meeting(code, code[:2], sent, NOW.date() + dt.timedelta(days=plan.due), NOW)


@given(plans, codes)
def test_steps_come_in_order_and_not_after_now(plan, code):
    taken = course(plan, meeting(plan, code))
    moments = [step.at for step in taken]
    assert moments == sorted(moments)
    assert all(moment <= NOW for moment in moments)
    assert course(plan, meeting(plan, code)) == taken


@given(plans, codes)
def test_who_has_not_received_has_not_answered(plan, code):
    steps = [taken.step for taken in course(plan, meeting(plan, code))]
    if Step.ANSWERED in steps:
        assert Step.RECEIVED in steps
    if plan.kind == RoundKind.MAILING:
        assert not {Step.ANSWERED, Step.DECLINED, Step.NOTHING_TO_REPORT} & set(steps)


@given(plans, codes)
def test_nobody_works_at_weekends(plan, code):
    for taken in course(plan, meeting(plan, code)):
        assert taken.at.weekday() < 5


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_draws_stay_within_bounds(key, low, width):
    assert 0 <= draw(key) < 1
    assert low <= whole(low, low + width, key) <= low + width


def test_the_year_is_what_the_documents_count():
    accounts = [plan for plan in YEAR if plan.key.startswith("account-")]
    programmes = [plan for plan in YEAR if plan.key.startswith("vip-")]
    assert len(accounts) == 7
    assert {plan.kind for plan in accounts} == {RoundKind.ACCOUNT}
    assert len(programmes) == 6
    assert {plan.state for plan in YEAR} >= {RoundState.DRAFT, RoundState.OPEN, RoundState.CLOSED, RoundState.FED_BACK}
