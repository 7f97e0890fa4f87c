import pytest

from vaxel.rounds.tests.world import make_world
from vaxel.signals.tests.world import Signals


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def signals(world):
    return Signals(world)
