import datetime as dt

import pytest

from vaxel.adoption.commands.steps import register
from vaxel.adoption.commands.things import create_thing
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.tests.world import make_world


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def thing(world):
    """The secretariat's, meant for municipalities and regions: Gotland is both, and one."""
    return create_thing(
        by=world.secretary,
        owner_id=world.secretariat.pk,
        name="Metoden",
        kind="metod",
        target_kinds=[str(Kind.MUNICIPALITY), str(Kind.REGION)],
    )


@pytest.fixture
def registers(world, thing):
    """`registers(world.falun, AdoptionStage.FULL_USE, ago=100)`: by the body's contact."""

    def step(body, stage=AdoptionStage.FULL_USE, *, ago=100, of=None, key=None, **more):
        return register(
            of or thing,
            body,
            stage,
            world.today() - dt.timedelta(days=ago),
            by=world.actor(body),
            key=key or world.key(),
            received_at=world.now(),
            **more,
        )

    return step
