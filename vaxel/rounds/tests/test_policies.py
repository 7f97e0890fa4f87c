"""When: one line answers each question, and the tables stand in docs/rulebook/rounds.md as they are."""

from itertools import product
from pathlib import Path

import pytest

from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.policies import DELIVERY_LINES, ROUND_LINES, Act, RoundAct, allow, allow_round, why_not, why_not_round
from vaxel.rounds.rulebook import written
from vaxel.ui.refusal import Refusal

RULEBOOK = Path(__file__).parents[3] / "docs" / "rulebook" / "rounds.md"


def test_exactly_one_line_answers_every_question():
    for state, outcome, act in product(RoundState, Outcome, Act):
        assert sum(line.covers(state, outcome, act) for line in DELIVERY_LINES) == 1, (state, outcome, act)
    for state, act in product(RoundState, RoundAct):
        assert sum(line.covers(state, Outcome.NOT_ASKED, act) for line in ROUND_LINES) == 1, (state, act)


def test_nothing_is_done_to_a_delivery_unless_the_round_is_open():
    closed = set(RoundState) - {RoundState.OPEN}
    assert all(why_not(state, outcome, act) for state, outcome, act in product(closed, Outcome, Act))


def test_a_refusal_is_a_sentence_with_status_409():
    with pytest.raises(Refusal) as no:
        allow(Act.SUBMIT, RoundState.CLOSED, Outcome.SENT)
    assert (no.value.status, "stängd" in no.value.message) == (409, True)
    with pytest.raises(Refusal) as no:
        allow_round(RoundAct.SEND, RoundState.OPEN)
    assert (no.value.status, no.value.message) == (409, "Förfrågan är redan skickad.")


def test_what_may_be_done_now_is_not_refused():
    assert allow(Act.SUBMIT, RoundState.OPEN, Outcome.SENT) is None
    assert allow_round(RoundAct.SEND, RoundState.DRAFT) is None


@pytest.mark.parametrize("act", [Act.NOTHING, Act.DECLINE])
def test_who_has_answered_withdraws_before_saying_something_else(act):
    assert why_not(RoundState.OPEN, Outcome.ANSWERED, act)
    assert why_not(RoundState.OPEN, Outcome.ANSWERED, Act.WITHDRAW) is None


def test_feedback_waits_for_closing():
    allowed = {state for state in RoundState if why_not_round(state, RoundAct.FEED_BACK) is None}
    assert allowed == {RoundState.CLOSED}


def test_the_rulebook_is_what_the_rules_say():
    """Generated: `.venv/bin/python -m vaxel.rounds.rulebook` writes it anew after a rule has changed."""
    assert RULEBOOK.read_text() == written()
