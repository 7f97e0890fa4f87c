"""The proof of legal states in short, and that a policy or a rule which is not asked is found."""

import pytest

from proofs import states
from proofs.promise import all_met

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("machine", states.MACHINES)
def test_a_few_plays_of_each_machine(machine):
    figures = list(states.run(0.002, only=machine))
    assert all_met(figures), figures


FORGOTTEN = {
    "round": ("vaxel.rounds.commands.holding.allow_round", lambda act, state: None),
    "template": ("vaxel.rounds.commands.templates.without_removed", lambda content: {**content, "sections": []}),
    "mandate": ("vaxel.network.commands.mandates._must_name", lambda *_: None),
}


@pytest.mark.parametrize("machine", FORGOTTEN)
def test_what_is_forgotten_is_found(machine, monkeypatch):
    name, forgetful = FORGOTTEN[machine]
    monkeypatch.setattr(name, forgetful)
    _taken, fault = states.played(states.MACHINES[machine], 20, 20)
    assert fault != "nothing"
