"""The byte: a golden table of what each step makes of each state, then what must hold for all of them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain.rebuild import Kept, Rebuilt, rebuilt
from vaxel.rounds.domain.state import TOLD, Flag, Outcome, Step, after, outcome
from vaxel.rounds.domain.times import Times

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
N, S, R, A, NIL, D = Outcome
REL, APP, COM, STALE, LATE = Flag
GOLDEN = [
    # state before, step, state after
    (N, Step.SENT, S),
    (S, Step.RECEIVED, R),
    (S | REL, Step.RECEIVED, R | REL),
    (A, Step.RECEIVED, A),  # confirming never lowers what is already said
    (S, Step.RELAYED, S | REL),
    (A | APP, Step.RELAYED, A | APP | REL),
    (R, Step.ANSWERED, A),
    (R | REL, Step.ANSWERED, A | REL),
    (A | APP | COM, Step.ANSWERED, A),  # a new answer is neither approved nor asked to be completed
    (A | LATE, Step.ANSWERED, A),
    (R, Step.NOTHING_TO_REPORT, NIL),
    (R, Step.DECLINED, D),
    (A, Step.APPROVED, A | APP),
    (A | APP, Step.COMPLETION_REQUESTED, A | APP | COM),
    (A | APP | COM | LATE | REL, Step.WITHDRAWN, R | REL),
    (D, Step.WITHDRAWN, R),
    (S | REL, Step.RECALLED, N),
    (R | REL, Step.ADOPTED, A | REL),  # the county's joint answer is its own now
    (NIL, Step.ADOPTED, A),
    (D | LATE, Step.ADOPTED, A | LATE),
    (A | STALE, Step.ADOPTED, A),
    (A | REL, Step.OUTDATED, A | REL | STALE),
    (A | REL | STALE, Step.STOOD_ASIDE, A | REL),
    (NIL | STALE, Step.STOOD_ASIDE, NIL),
    (R, Step.STOOD_ASIDE, R),
]
steps = st.lists(st.tuples(st.sampled_from(Step), st.booleans()), max_size=40)


@pytest.mark.parametrize(("before", "step", "expected"), GOLDEN)
def test_golden(before, step, expected):
    assert after(int(before), step) == expected


@pytest.mark.parametrize("step", [Step.ANSWERED, Step.NOTHING_TO_REPORT, Step.DECLINED])
def test_what_is_said_too_late_says_so(step):
    assert after(R, step, late=True) & LATE
    assert not after(after(R, step, late=True), step) & LATE


@pytest.mark.parametrize(("before", "is_late"), [(S, True), (R | REL, True), (A, False), (NIL, False), (D, False)])
def test_an_adoption_is_late_only_of_whom_had_said_nothing(before, is_late):
    assert bool(after(before, Step.ADOPTED, late=True) & LATE) is is_late
    assert not after(before, Step.ADOPTED) & LATE


def test_only_how_far_a_round_has_come_tells_nothing_of_what_a_body_has_said():
    assert set(Step) - TOLD == {Step.SENT, Step.RECEIVED, Step.RELAYED, Step.RECALLED}


@given(st.integers(0, 255).filter(lambda byte: byte & 7 < 6), st.sampled_from(Step), st.booleans())
def test_every_step_gives_a_legal_byte(state, step, late):
    found = after(state, step, late=late)
    assert 0 <= found <= 255
    assert outcome(found) in Outcome


@given(steps)
def test_the_state_is_what_its_receipts_add_up_to(taken):
    """A receipt notes the byte after its step; told again from the receipts alone it is the same byte."""
    state, receipts = 0, []
    for step, late in taken:
        state = after(state, step, late=late)
        receipts.append(Kept(step, state, NOON))
    assert rebuilt(receipts).state == state


@given(steps)
def test_lateness_is_only_ever_of_something_said(taken):
    state = 0
    for step, late in taken:
        state = after(state, step, late=late)
        if state & LATE:
            assert outcome(state) in {A, NIL, D}


def test_a_delivery_told_again_from_its_receipts():
    hour = dt.timedelta(hours=1)
    relays = [Kept(Step.RELAYED, S | REL, NOON + number * hour, mandate_id=number) for number in (1, 2)]
    receipts = [Kept(Step.SENT, S, NOON), *relays, Kept(Step.ANSWERED, A | REL | LATE, NOON + 3 * hour, 7)]
    times = Times(received_at=NOON + 3 * hour, relayed_at=NOON + hour, answered_at=NOON + 3 * hour)
    assert rebuilt(receipts) == Rebuilt(A | REL | LATE, times, relays[0])
    assert rebuilt(receipts[:1]) == Rebuilt(int(S), Times(), None)
    assert rebuilt([]) == Rebuilt(0, Times(), None)


def test_of_the_byte_noted_on_a_receipt_only_lateness_is_believed():
    assert rebuilt([Kept(Step.RECEIVED, A | REL | APP, NOON)]).state == R
    assert rebuilt([Kept(Step.ANSWERED, int(N), NOON)]).state == A
