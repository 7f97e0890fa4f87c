"""What waits at the county is not read by whom it is for, whatever else it has in the same round."""

import pytest

from vaxel.network.domain.kinds import Role
from vaxel.rounds.domain.kinds import Route
from vaxel.rounds.models import Delivery

pytestmark = pytest.mark.django_db


def test_a_principal_with_units_in_the_round_waits_for_its_county_too(world):
    sent = world.sent(kinds=("municipality", "unit"), route=Route.STEPWISE)
    mine, schools = world.delivery(sent, world.mora), world.delivery(sent, world.school)
    assert mine.waits_at_id
    contact, county = world.actor(world.mora), world.actor(world.dalarna, Role.COORDINATOR)
    seen = set(Delivery.objects.filter(round=sent).visible_to(contact))
    assert mine not in seen
    assert schools in seen  # it is told of its own units' parts
    assert mine in Delivery.objects.filter(round=sent).visible_to(county)
