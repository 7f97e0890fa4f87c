"""Two people decide, or change, at the same moment, on both databases."""

import pytest

from vaxel.funding.commands.agreements import new_version
from vaxel.funding.commands.deciding import confirm, prepare, send_back
from vaxel.funding.commands.scenarios import create_scenario, use_scenario
from vaxel.funding.models import Agreement, Decision, Scenario
from vaxel.funding.tests.money import decided, drafted, second
from vaxel.network.domain.kinds import Role
from vaxel.rounds.tests.at_once import AtOnce
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal


@pytest.fixture
def at_once(transactional_db, tmp_path):
    return AtOnce(tmp_path)


@pytest.fixture
def world(transactional_db):
    return make_world()


def refused(found):
    return sum(isinstance(fault, Refusal) for fault in found)


def test_confirmed_twice_is_decided_once(world, at_once):
    agreement = drafted(world)
    prepare(agreement, by=world.secretary)
    two = second(world), world.actor(world.secretariat, Role.SECRETARIAT, another=2)
    found = at_once.run(*[lambda by=by: confirm(agreement, by=by) for by in two])
    assert refused(found) == 1, found
    assert at_once.see(Decision.objects.count) == 1


def test_confirmed_and_sent_back_one_of_them_holds(world, at_once):
    agreement = drafted(world)
    prepare(agreement, by=world.secretary)
    by = second(world)
    found = at_once.run(lambda: confirm(agreement, by=by), lambda: send_back(agreement, by=by))
    assert refused(found) == 1, found
    state = at_once.see(lambda: Agreement.objects.get().state)
    assert (state == "decided") == at_once.see(Decision.objects.exists)


def test_two_begin_a_new_version_and_there_is_one(world, at_once):
    agreement, by = decided(world).agreement, world.secretary
    found = at_once.run(*[lambda: new_version(agreement, by=by)] * 2)
    assert refused(found) == 1, found
    assert at_once.see(lambda: Agreement.objects.filter(replaces=agreement.pk).count()) == 1


def test_two_name_a_scenario_alike_and_there_is_one(world, at_once):
    agreement, by = drafted(world), world.secretary
    found = at_once.run(*[lambda: create_scenario(agreement, "Mer", by=by)] * 2)
    assert refused(found) == 1, found
    one = at_once.see(Scenario.objects.get)
    found = at_once.run(*[lambda: use_scenario(one, by=by)] * 2)
    assert refused(found) == 1, found
    assert at_once.see(Scenario.objects.count) == 1
