import datetime as dt
from dataclasses import replace

import pytest

from vaxel.rounds.commands.storage import CHANGED
from vaxel.rounds.domain.state import Step
from vaxel.rounds.domain.times import Times, times_after

FIRST, LATER = (dt.datetime(2020, 1, day, tzinfo=dt.UTC) for day in (1, 2))


def test_the_first_receipt_stands_and_the_latest_answer():
    times = times_after(times_after(Times(), Step.RECEIVED, FIRST), Step.RECEIVED, LATER)
    assert times == Times(received_at=FIRST)
    times = times_after(times_after(times, Step.ANSWERED, FIRST), Step.ANSWERED, LATER)
    assert times == Times(received_at=FIRST, answered_at=LATER)


def test_whoever_answers_has_received_it_and_a_new_answer_is_not_approved():
    approved = times_after(times_after(Times(), Step.ANSWERED, FIRST), Step.APPROVED, FIRST)
    assert approved == Times(received_at=FIRST, answered_at=FIRST, approved_at=FIRST)
    assert times_after(approved, Step.ANSWERED, LATER).approved_at is None
    assert times_after(approved, Step.WITHDRAWN, LATER) == Times(received_at=FIRST)
    assert times_after(approved, Step.COMPLETION_REQUESTED, LATER) == approved


NONE = Times()
ALL = Times(received_at=FIRST, relayed_at=FIRST, answered_at=FIRST, approved_at=FIRST)
ANSWERED = Times(received_at=LATER, answered_at=LATER), Times(received_at=FIRST, relayed_at=FIRST, answered_at=LATER)


@pytest.mark.parametrize(
    ("step", "of_none", "of_all"),
    [
        (Step.SENT, NONE, NONE),
        (Step.RECALLED, NONE, NONE),
        (Step.RECEIVED, Times(received_at=LATER), ALL),
        (Step.RELAYED, Times(relayed_at=LATER), ALL),
        (Step.ANSWERED, *ANSWERED),
        (Step.NOTHING_TO_REPORT, *ANSWERED),
        (Step.DECLINED, *ANSWERED),
        (Step.APPROVED, Times(approved_at=LATER), replace(ALL, approved_at=LATER)),
        (Step.WITHDRAWN, NONE, Times(received_at=FIRST, relayed_at=FIRST)),
        (Step.ADOPTED, Times(received_at=LATER, answered_at=LATER), ALL),
        *((step, NONE, ALL) for step in (Step.COMPLETION_REQUESTED, Step.OUTDATED, Step.STOOD_ASIDE)),
    ],
)
def test_what_each_step_makes_of_no_times_and_of_all(step, of_none, of_all):
    assert times_after(NONE, step, LATER) == of_none
    assert times_after(ALL, step, LATER) == of_all


@pytest.mark.parametrize("step", CHANGED)
def test_what_a_step_may_change_is_what_is_stored(step):
    for before in (NONE, ALL):
        after = times_after(before, step, LATER)
        changed = {name for name in vars(before) if getattr(before, name) != getattr(after, name)}
        assert changed <= set(CHANGED[step])
