"""What lies below a county in the state's tree alone is not the county's: its agencies answer for themselves."""

import pytest

from vaxel.network.commands.closing import rebuild_closure
from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.network.models import Tie
from vaxel.rounds.permissions import below, is_below, names_of_missing_visible
from vaxel.rounds.tests.world import body

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(world):
    found = body(Kind.AGENCY, "Länsstyrelsen")
    Tie.objects.create(tree=Tree.STATE, child=found, parent=world.dalarna, parent_kind=Kind.COUNTY)
    rebuild_closure(Tree.STATE)
    return found


def test_it_is_not_below_it(world, board):
    assert is_below(world.mora.pk, world.dalarna.pk)
    assert not is_below(board.pk, world.dalarna.pk)
    assert is_below(board.pk, world.dalarna.pk, tree=Tree.STATE)
    assert board.pk not in below(world.dalarna.pk).values_list("descendant", flat=True)


def test_the_county_is_not_told_who_is_missing_there(world, board):
    sent = world.sent()
    coordinator = world.actor(world.dalarna, Role.COORDINATOR)
    assert names_of_missing_visible(coordinator, sent, world.mora.pk)
    assert not names_of_missing_visible(coordinator, sent, board.pk)
