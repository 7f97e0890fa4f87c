"""Which roles act, coordinate and confirm for their body; and every door's name is a row of the permission matrix."""

from types import SimpleNamespace

import pytest

from tests.access.expected import EXPECTED
from vaxel.network.actor import ActiveMandate, Actor
from vaxel.network.domain.kinds import Role
from vaxel.rounds import permissions
from vaxel.rounds.permissions import acts_for, confirms, coordinates, creates_round, gives_sections
from vaxel.rounds.tests.who import by_link, rules

HERE, ELSEWHERE = SimpleNamespace(pk=1, body_id=7), SimpleNamespace(pk=2, body_id=8)

WITHOUT_AN_ADDRESS = {"compiles"}  # a part of `runs_part`

# Sends, coordinates (passes on, compiles, registers), acts for its body (answers), confirms that something has come.
ROLES = {
    "secretariat": (True, True, True, True),
    "coordinator": (True, True, True, True),
    "process_leader": (True, True, True, True),
    "controller": (True, False, True, True),
    "contact": (False, True, True, True),
    "approver": (False, False, True, True),
    "registrar": (False, False, False, True),
    "member": (False, False, False, False),
}


@pytest.mark.parametrize("role", Role)
def test_what_each_role_does_for_its_own_body_and_for_no_other(role):
    mandate = ActiveMandate(1, 7, "Mora kommun", role)
    actor = Actor(mandates=(mandate,), current=mandate)
    does = (creates_round(actor), coordinates(actor, 7), acts_for(actor, HERE), confirms(actor, HERE))
    assert does == ROLES[role]
    assert gives_sections(actor, HERE) == acts_for(actor, HERE)
    for rule in (acts_for, confirms, gives_sections):
        assert not rule(actor, ELSEWHERE)


def test_a_link_answers_for_the_one_it_was_sent_for_and_lets_nobody_else_in():
    link = by_link(HERE)
    assert (acts_for(link, HERE), confirms(link, HERE), gives_sections(link, HERE)) == (True, True, False)
    assert (acts_for(link, ELSEWHERE), confirms(link, ELSEWHERE)) == (False, False)


def test_every_door_has_its_row_in_the_permission_matrix():
    assert rules(permissions).keys() - EXPECTED.keys() == WITHOUT_AN_ADDRESS
