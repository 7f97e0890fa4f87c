"""A county pools by whoever drafts for it: others who act there do not."""

import pytest

from vaxel.funding.permissions import pools_at
from vaxel.network.domain.kinds import Role

pytestmark = pytest.mark.django_db


def test_a_countys_coordinator_pools_and_its_contact_does_not(world):
    assert pools_at(world.actor(world.dalarna, Role.COORDINATOR), world.dalarna)
    assert not pools_at(world.actor(world.dalarna, Role.CONTACT), world.dalarna)
    assert pools_at(world.actor(world.mora, Role.CONTACT), world.mora)
