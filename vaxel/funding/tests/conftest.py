import pytest

from vaxel.funding.tests.little import Little
from vaxel.rounds.tests.world import make_world


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def little(world):
    return Little(world)
