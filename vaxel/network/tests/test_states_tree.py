"""The state's tree gives a county's coordinator nothing to manage: what lies below the county there alone is not its own."""

import pytest

from vaxel.calendar.clock import today
from vaxel.network.actor import ActiveMandate, Actor
from vaxel.network.commands.closing import rebuild_closure
from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.network.models import Body, Tie
from vaxel.network.permissions import managed_from, may_manage

pytestmark = pytest.mark.django_db


def test_the_countys_administrative_board_is_not_the_countys():
    county, board, mora = (Body.objects.create(kind=kind) for kind in (Kind.COUNTY, Kind.AGENCY, Kind.MUNICIPALITY))
    for tree, child in ((Tree.STATE, board), (Tree.GOVERNANCE, mora)):
        Tie.objects.create(tree=tree, child=child, parent=county, parent_kind=Kind.COUNTY)
        rebuild_closure(tree)
    mandate = ActiveMandate(1, county.pk, "Dalarnas län", Role.COORDINATOR)
    coordinator = Actor(mandates=(mandate,), current=mandate)
    assert [may_manage(coordinator, one.pk, today()) for one in (county, mora, board)] == [True, True, False]
    assert set(managed_from([county.pk], today())) == {county, mora}
