"""What a body says of its money adds up, or one sentence says what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.spending import (
    ConditionOutcome,
    Outcome,
    ReportState,
    Spent,
    Verdict,
    account_in,
    counted,
    judged,
    left_to_carry,
    standing_of,
    wrong,
)

ORE = st.integers(0, 10**12)
M, N, O = Outcome.MET, Outcome.NOT_MET, Outcome.OPEN  # noqa: E741 - as in a table


def said(*sums):
    sentence = wrong(Spent(*sums), "Suicidprevention")
    return sentence and (sentence.text % sentence.values).replace("\u00a0", " ")


@given(ORE, ORE, ORE)
def test_what_adds_up_is_never_refused(used, carried, repay):
    assert wrong(Spent(used + carried + repay, used, carried, repay), "S") is None


@given(ORE, ORE)
def test_what_is_offered_adds_up_with_what_is_used(had, used):
    carried = left_to_carry(had, used)
    assert carried >= 0
    assert wrong(Spent(had, used, carried, 0), "S") is None


@given(st.integers(100, 10**9), st.integers(0, 10**9))
def test_whatever_is_not_accounted_for_is_told(gap, used):
    assert wrong(Spent(used + gap, used, 0, 0), "S") is not None


def test_the_sentence_says_what_and_how_much():
    assert said(600_25, 400_00, 0, 0) == (
        "Suicidprevention: ni har fått 600,25 kr men bara 400 kr är redovisat. Skriv vad de 200,25 kr som fattas har"
        " använts till, förs över eller betalas tillbaka."
    )
    assert said(600_25, 600_00, 100_00, 0) == (
        "Suicidprevention: använt, överfört och att betala tillbaka blir 700 kr, 99,75 kr mer än de 600,25 kr ni har fått."
        " Minska något av beloppen."
    )


def test_a_payouts_rounding_and_ones_own_money_are_right():
    assert said(600_25, 600_00, 0, 0) is None
    assert said(600_25, 601_00, 0, 0) is None
    assert said(600_25, 900_00, 0, 0) is None


@pytest.mark.parametrize(
    ("state", "passed", "wanted"),
    [
        (ReportState.REPORTED, True, M),
        (ReportState.NOTHING, True, M),
        (ReportState.NOT_IN, False, O),
        (ReportState.NOT_IN, True, N),
        (ReportState.DECLINED, True, N),
        (None, True, O),
    ],
)
def test_the_interim_account_is_in_or_late_or_still_open(state, passed, wanted):
    assert account_in(state, passed=passed) == wanted


def test_one_condition_not_met_decides_and_all_must_be_met():
    rows = [ConditionOutcome(1, (M, M)), ConditionOutcome(2, (M, O)), ConditionOutcome(3, (N, O))]
    assert [row.whole for row in rows] == [M, O, N]
    assert counted(rows) == {M: 1, N: 1, O: 1}
    assert judged({7: Verdict.NOT_MET}, 7) == N
    assert judged({}, 7) == O
    assert counted([*rows, rows[1], rows[2], rows[2]]) == {M: 1, N: 3, O: 2}
    assert counted([]) == {M: 0, N: 0, O: 0}


def test_accounts_are_counted_by_where_they_stand():
    R = ReportState
    assert standing_of([R.REPORTED, R.NOT_IN, R.REPORTED, R.DECLINED]) == {
        R.REPORTED: 2,
        R.NOTHING: 0,
        R.NOT_IN: 1,
        R.DECLINED: 1,
    }
