"""What waits at a body is passed on by that body alone, as long as the receiver still belongs to it."""

import pytest

from vaxel.network.actor import SYSTEM
from vaxel.network.commands.ties import move
from vaxel.network.domain.kinds import Role
from vaxel.rounds.commands import deliveries
from vaxel.rounds.domain.kinds import Route
from vaxel.rounds.models import Delivery, Receipt
from vaxel.ui.refusal import Refusal


@pytest.fixture
def stepwise(world):
    return world.sent(kinds=["municipality", "unit"], route=Route.STEPWISE)


def passes_on(world, round, node, *bodies):
    by = world.actor(node, Role.COORDINATOR)
    chosen = [body.pk for body in bodies]
    return deliveries.relay(round, node.pk, chosen, by=by, key=world.key(), received_at=world.now())


@pytest.mark.parametrize(("above", "below"), [("north", "falun"), ("nation", "falun"), ("dalarna", "school")])
def test_a_level_further_up_does_not_pass_on_what_waits_nearer(world, stepwise, above, below):
    above, below = getattr(world, above), getattr(world, below)
    where = world.delivery(stepwise, below).waits_at_id
    with pytest.raises(Refusal, match="skickar själv vidare till") as no:
        passes_on(world, stepwise, above, below)
    assert (no.value.status, no.value.field) == (409, "bodies")
    assert world.delivery(stepwise, below).waits_at_id == where
    assert not Receipt.objects.filter(step="relayed").exists()


def test_one_that_waits_elsewhere_stops_the_whole_act(world, stepwise):
    passes_on(world, stepwise, world.dalarna, world.falun)
    with pytest.raises(Refusal, match="Dalarna"):
        passes_on(world, stepwise, world.north, world.falun, world.mora)
    assert Receipt.objects.filter(step="relayed").count() == 1
    passes_on(world, stepwise, world.north, world.falun)  # has it already: one more receipt
    assert Delivery.objects.get(round=stepwise, body=world.falun).via_id == world.dalarna.pk


def test_a_body_that_has_moved_gets_it_from_where_it_belongs_today(world, stepwise):
    move(world.orsa, world.halland, by=SYSTEM, day=world.today())
    with pytest.raises(Refusal, match="inte under er"):
        passes_on(world, stepwise, world.dalarna, world.orsa)
    passes_on(world, stepwise, world.halland, world.orsa)
    orsa = world.delivery(stepwise, world.orsa)
    assert (orsa.waits_at_id, orsa.via_id) == (None, world.halland.pk)


def test_nobody_passes_on_what_they_may_not_read(world):
    """A round of Halland's own, whose number Dalarna has guessed: being passed on is what lets the clinic read it."""
    theirs = world.sent(kinds=["municipality"], audience={"kinds": ["municipality"], "counties": [world.halland.pk]})
    with pytest.raises(Refusal) as no:
        passes_on(world, theirs, world.dalarna, world.clinic)
    assert no.value.status == 403
    assert not theirs.also_reached.exists()
