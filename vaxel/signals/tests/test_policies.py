"""When: one line answers each question, and the table stands in docs/rulebook/signals.md as it is."""

from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest

from vaxel.signals.domain.kinds import OPEN, WAITING, Act, Level, SignalState
from vaxel.signals.policies import LINES, allow, why_not
from vaxel.signals.rulebook import written
from vaxel.ui.refusal import Refusal

RULEBOOK = Path(__file__).parents[3] / "docs" / "rulebook" / "signals.md"


def test_exactly_one_line_answers_every_question():
    for state, level, act in product(SignalState, Level, Act):
        assert sum(line.covers(state, level, act) for line in LINES) == 1, (state, level, act)


def test_nothing_is_closed_before_its_author_is_answered():
    closable = {state for state, level in product(SignalState, Level) if why_not(state, level, Act.CLOSE) is None}
    assert closable == {SignalState.ANSWERED}


def test_what_is_merged_is_handled_only_through_the_one_it_is_merged_into():
    allowed = {act for act in Act if why_not(SignalState.MERGED, Level.NATION, act) is None}
    assert allowed == {Act.UNMERGE, Act.WITHDRAW, Act.UNPUBLISH}


def test_having_it_shown_can_always_be_taken_back():
    assert all(why_not(state, level, Act.UNPUBLISH) is None for state, level in product(SignalState, Level))


def test_who_wrote_takes_it_back_until_it_is_answered():
    allowed = {state for state in SignalState if why_not(state, Level.COUNTY, Act.WITHDRAW) is None}
    assert allowed == {*WAITING, SignalState.MERGED}


def test_every_open_signal_can_be_answered_wherever_it_is():
    assert all(why_not(state, level, Act.ANSWER) is None for state, level in product(OPEN, Level))


def test_a_refusal_is_a_sentence_with_status_409():
    waiting = SimpleNamespace(state=SignalState.NEW, level=Level.NATION)
    assert allow(Act.ANSWER, waiting) is None
    with pytest.raises(Refusal, match="går den inte längre upp") as no:
        allow(Act.SEND_UP, waiting)
    assert no.value.status == 409


def test_the_rulebook_is_what_the_rules_say():
    """Generated: `.venv/bin/python -m vaxel.signals.rulebook` writes it anew after a rule has changed."""
    assert RULEBOOK.read_text() == written()
