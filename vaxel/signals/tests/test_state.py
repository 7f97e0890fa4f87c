"""The state is what the steps say, whatever the steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.signals.domain.kinds import SignalState as S
from vaxel.signals.domain.kinds import Step
from vaxel.signals.domain.state import after, rebuilt

TABLE = [
    (S.NEW, Step.TAKE, S.TAKEN),
    (None, Step.WRITTEN, S.NEW),
    (S.ANSWERED, Step.TAKE, S.ANSWERED),
    (S.ANSWERED, Step.RELEASE, S.ANSWERED),
    (S.NEW, Step.RELEASE, S.NEW),
    (S.NEW, Step.MERGE, S.MERGED),
    (S.TAKEN, Step.WITHDRAW, S.WITHDRAWN),
    (S.CLOSED, Step.FED_BACK, S.CLOSED),
    (S.TAKEN, Step.RELEASE, S.NEW),
    (S.TAKEN, Step.SEND_UP, S.NEW),
    (S.ANSWERED, Step.SEND_ACROSS, S.NEW),
    (S.NEW, Step.ANSWER, S.ANSWERED),
    (S.ANSWERED, Step.CLOSE, S.CLOSED),
    (S.CLOSED, Step.REOPEN, S.TAKEN),
    (S.ANSWERED, Step.FED_BACK, S.CLOSED),
    (S.TAKEN, Step.FED_BACK, S.CLOSED),
    (S.WITHDRAWN, Step.FED_BACK, S.WITHDRAWN),
    (S.ANSWERED, Step.PUBLISH, S.ANSWERED),
    (S.NEW, Step.BECOME, S.NEW),
    (S.MERGED, Step.ANSWER, S.MERGED),
    (S.MERGED, Step.SEND_UP, S.MERGED),
    (S.MERGED, Step.FED_BACK, S.MERGED),
    (S.MERGED, Step.UNMERGE, S.TAKEN),
    (S.MERGED, Step.WITHDRAW, S.WITHDRAWN),
]


@pytest.mark.parametrize(("state", "step", "then"), TABLE)
def test_after(state, step, then):
    assert after(state, step) == then


def test_one_of_two_things_fed_back_leaves_it_open():
    assert after(S.TAKEN, Step.FED_BACK, more_to_come=True) == S.ANSWERED
    assert after(S.CLOSED, Step.FED_BACK, more_to_come=True) == S.CLOSED


@pytest.mark.parametrize("step", [Step.TAKE, Step.RELEASE, Step.FED_BACK, Step.PUBLISH])
def test_nothing_is_done_with_what_was_never_written(step):
    with pytest.raises(ValueError, match="begins by being written"):
        after(None, step)


@given(st.lists(st.sampled_from(sorted(set(Step) - {Step.WRITTEN}))))
def test_any_trail_adds_up_to_the_state_that_was_kept(steps):
    state, trail = None, []
    for step in [Step.WRITTEN, *steps]:
        state = after(state, step)
        trail.append((step, state))
    assert rebuilt(trail) == state


def test_no_steps_make_no_state():
    assert rebuilt([]) is None


@pytest.mark.parametrize("state", [S.ANSWERED, S.CLOSED])
def test_a_note_says_whether_more_was_to_come(state):
    assert rebuilt([(Step.WRITTEN, S.NEW), (Step.FED_BACK, state)]) == state


def test_a_state_that_does_not_follow_is_found():
    assert rebuilt([(Step.WRITTEN, S.NEW), (Step.TAKE, S.ANSWERED)]) is None
    assert rebuilt([(Step.TAKE, S.TAKEN)]) is None
