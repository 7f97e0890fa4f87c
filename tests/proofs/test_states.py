"""The proof of legal states in short, and that a policy or a rule which is not asked is found."""

import pytest
from django.utils.module_loading import import_string

from proofs.states.play import MACHINES, in_own_process, played

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("machine", MACHINES)
def test_a_few_plays_of_each_machine(machine):
    done = played(import_string(MACHINES[machine]), 4, 20)
    assert done.fault == ""
    assert done.whole >= 4
    assert done.steps >= 80


def test_a_process_plays_on_a_database_of_its_own():
    assert in_own_process("mandate", 2, 5, 1).fault == ""


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
