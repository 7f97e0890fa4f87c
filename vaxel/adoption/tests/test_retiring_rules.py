"""When a proposal to retire a method is heard, decided and followed up: two persons, and never before those who use it."""

from types import SimpleNamespace

import pytest

from vaxel.adoption.domain.retiring import RetirementState
from vaxel.adoption.policies import RetirementAct, allow, stage_of, why_not
from vaxel.rounds.domain.kinds import RoundState
from vaxel.ui.refusal import Refusal

ASK_FIRST = "Fråga först dem som använder det"
NOT_HEARD = "Remissen är inte klar"
ASKED = "De som använder det är tillfrågade"
BEGUN = "Remissen är redan påbörjad"
NONE_YET = "Det finns inget beslut att bekräfta"
UNDECIDED = "Det finns inget att följa upp"
WAITS = "Ett beslut väntar på att bekräftas"
DECIDED = "Det är redan beslutat"
OVER = "Ärendet är avslutat"
YES = None

ACTS = ("dismiss", "consult", "prepare", "send_back", "confirm", "end")
RULES = {
    "proposed": (YES, YES, ASK_FIRST, NONE_YET, NONE_YET, UNDECIDED),
    "consulting": (ASKED, BEGUN, NOT_HEARD, NONE_YET, NONE_YET, UNDECIDED),
    "heard": (ASKED, BEGUN, YES, NONE_YET, NONE_YET, UNDECIDED),
    "prepared": (WAITS, WAITS, WAITS, YES, YES, UNDECIDED),
    "dismissed": (OVER,) * 6,
    "kept": (OVER,) * 6,
    "phasing_out": (DECIDED, DECIDED, DECIDED, DECIDED, DECIDED, YES),
    "ended": (OVER,) * 6,
}


def test_every_state_and_act_has_a_rule():
    assert (set(RULES), set(ACTS)) == (set(RetirementState), set(RetirementAct))


@pytest.mark.parametrize(("state", "row"), RULES.items())
def test_what_may_be_done_and_what_to_do_instead(state, row):
    said = {act: why_not(state, act) for act in ACTS}
    assert {act for act, why in said.items() if why is None} == {a for a, why in zip(ACTS, row, strict=True) if not why}
    assert all(str(said[act]).startswith(why) for act, why in zip(ACTS, row, strict=True) if why)


def test_what_may_not_be_done_now_is_a_conflict_with_its_sentence():
    assert allow(RetirementAct.PREPARE, RetirementState.HEARD) is None
    with pytest.raises(Refusal, match=NOT_HEARD) as no:
        allow(RetirementAct.PREPARE, RetirementState.CONSULTING)
    assert no.value.status == 409


@pytest.mark.parametrize(
    ("remiss", "stage"),
    [
        (None, "proposed"),
        (RoundState.DRAFT, "consulting"),
        (RoundState.OPEN, "consulting"),
        (RoundState.CLOSED, "heard"),
        (RoundState.FED_BACK, "heard"),
        (RoundState.RECALLED, "proposed"),
    ],
)
def test_how_far_the_consultation_has_come_is_the_rounds_to_say(remiss, stage):
    asked = SimpleNamespace(state="consulting", consultation=remiss and SimpleNamespace(state=remiss))
    assert stage_of(asked) is RetirementState(stage)


@pytest.mark.parametrize("state", sorted({*RetirementState} - {RetirementState.CONSULTING}))
def test_what_comes_after_the_consultation_no_longer_looks_at_it(state):
    after = SimpleNamespace(state=str(state), consultation=SimpleNamespace(state=RoundState.RECALLED))
    assert stage_of(after) is state
