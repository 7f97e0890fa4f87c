"""The proof of legal states in short, and that a policy or a rule which is not asked is found."""

import pytest
from django.utils.module_loading import import_string
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from proofs.states import play
from proofs.states.play import ACTS_TOLD, MACHINES, in_own_process, played

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("machine", MACHINES)
def test_a_few_plays_of_each_machine(machine):
    done = played(import_string(MACHINES[machine]), 4, 20)
    assert done.fault == ""
    assert done.whole >= 4
    assert done.steps >= 80


def test_a_process_plays_on_a_database_of_its_own():
    assert in_own_process("mandate", 2, 5, 1).fault == ""


class Counter(RuleBasedStateMachine):
    most = 10**6

    def __init__(self):
        super().__init__()
        self.number = 0

    @rule(more=st.integers(1, 9))
    def counts(self, more):
        self.number += more

    @rule()
    def looks(self):
        assert self.number < self.most, "too many"

    @invariant()
    def is_no_less_than_nothing(self):
        assert self.number >= 0


def test_plays_that_end_before_their_time_are_made_up_for(monkeypatch):
    monkeypatch.setattr(play, "SHORT", 0)  # the first of all plays is always one
    assert played(Counter, 50, 40).whole >= 50


def test_a_fault_is_told_with_the_last_acts_alone():
    class Fails(Counter):
        most = 200

    fault = played(Fails, 20, 100).fault
    assert fault.startswith("AssertionError in looks: too many")
    assert "state.looks() state.teardown()" in fault, "an act that is given nothing is an act too"
    assert "state.counts(more=" in fault
    assert "is_no_less" not in fault
    assert fault.count("state.") <= ACTS_TOLD


FORGOTTEN = {
    "round": ("vaxel.rounds.commands.holding.allow_round", lambda act, state: None),
    "delivery": ("vaxel.rounds.commands.steps.allow", lambda *_: None),
    "template": ("vaxel.rounds.commands.templates.without_removed", lambda content: {**content, "sections": []}),
    "mandate": ("vaxel.network.commands.mandates._must_name", lambda *_: None),
}


@pytest.mark.parametrize("machine", FORGOTTEN)
def test_what_is_forgotten_is_found(machine, monkeypatch):
    name, forgetful = FORGOTTEN[machine]
    monkeypatch.setattr(name, forgetful)
    assert played(import_string(MACHINES[machine]), 200, 20).fault  # it ends with the first that is found
