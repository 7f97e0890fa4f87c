"""Who takes it, in an inbox that several share."""

import pytest

from vaxel.network.commands.taking import give_back, take
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Taking
from vaxel.network.queries.taking import taken
from vaxel.rounds.tests.at_once import AtOnce
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal

KEY = "answer:1:2"


@pytest.fixture
def two(db):
    world = make_world()
    return world, world.actor(world.dalarna, Role.COORDINATOR), world.actor(world.dalarna, Role.COORDINATOR, another=1)


def test_a_colleague_is_told_and_takes_over_only_on_purpose(two):
    world, first, second = two
    take(world.dalarna.pk, KEY, by=first)
    take(world.dalarna.pk, KEY, by=first)
    with pytest.raises(Refusal, match=f"{first.name} har redan tagit den"):
        take(world.dalarna.pk, KEY, by=second)
    take(world.dalarna.pk, KEY, by=second, over=True)
    assert taken([world.dalarna.pk])[world.dalarna.pk, KEY].person_id == second.person_id


def test_only_who_has_it_gives_it_back(two):
    world, first, second = two
    take(world.dalarna.pk, KEY, by=first)
    give_back(world.dalarna.pk, KEY, by=second)
    assert Taking.objects.count() == 1
    give_back(world.dalarna.pk, KEY, by=first)
    assert not Taking.objects.exists()


def test_somebody_elses_inbox_does_not_exist(two):
    world, first, _second = two
    with pytest.raises(Refusal) as no:
        take(world.halland.pk, KEY, by=first)
    assert no.value.status == 404


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_gets_it(transactional_db, tmp_path):
    world = make_world()
    people = [world.actor(world.dalarna, Role.COORDINATOR, another=number) for number in range(4)]
    found = AtOnce(tmp_path).run(*(lambda by=by: take(world.dalarna.pk, KEY, by=by) for by in people))
    assert sum(isinstance(one, Taking) for one in found) == 1
    assert sum(isinstance(one, Refusal) for one in found) == 3
