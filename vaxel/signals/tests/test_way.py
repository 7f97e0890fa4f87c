"""Where a signal begins and where it can go: a divided county, a unit, a national organisation, the public."""

import pytest

from vaxel.network.commands.closing import rebuild_closure
from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.rounds.tests.world import body, tie
from vaxel.signals.commands import handling
from vaxel.signals.domain.kinds import Level
from vaxel.signals.domain.way import begins_at, desk_kind, level_of, next_level
from vaxel.signals.permissions import handles
from vaxel.signals.queries.way import above, beside
from vaxel.ui.refusal import Refusal

BEGINS = [
    (None, False, False, Level.COUNTY),
    (Kind.MUNICIPALITY, True, False, Level.COUNTY),
    (Kind.MUNICIPALITY, True, True, Level.OWN),
    (Kind.MUNICIPALITY, False, False, Level.OWN),
    (Kind.UNIT, False, False, Level.OWN),
    (Kind.USER_ORGANISATION, True, False, Level.COUNTY),
    (Kind.COUNTY, True, False, Level.RESOURCE_CENTRE),
    (Kind.HEALTHCARE_REGION, True, False, Level.NATION),
    (Kind.AGENCY, True, False, Level.NATION),
    (Kind.RESOURCE_CENTRE, True, False, Level.NATION),
    (Kind.SECRETARIAT, True, False, Level.NATION),
    (Kind.NATION, True, False, Level.NATION),
    (Kind.COUNTY, False, True, Level.RESOURCE_CENTRE),
]


@pytest.mark.parametrize(("kind", "speaks", "own_first", "level"), BEGINS)
def test_where_it_begins(kind, speaks, own_first, level):
    assert begins_at(kind, speaks_for_body=speaks, own_first=own_first) == level


@pytest.mark.parametrize(
    ("level", "kind"),
    [
        (Level.COUNTY, Kind.COUNTY),
        (Level.RESOURCE_CENTRE, Kind.HEALTHCARE_REGION),
        (Level.NATION, Kind.SECRETARIAT),
    ],
)
def test_each_level_has_one_kind_of_desk(level, kind):
    assert desk_kind(level) == kind
    assert level_of(kind) == level


def test_everybody_elses_desk_is_their_own():
    assert level_of(Kind.MUNICIPALITY) == level_of(Kind.UNIT) == level_of(Kind.NATION) == Level.OWN
    assert desk_kind(Level.OWN) is None


def test_the_way_ends_with_the_nation():
    assert [next_level(level) for level in Level] == [Level.COUNTY, Level.RESOURCE_CENTRE, Level.NATION, None]


def test_a_units_signal_is_read_by_its_principal_first(world, signals):
    one = signals.of(world.school, role=Role.MEMBER, place=world.mora)
    assert (one.desk, one.level) == (world.mora, "own")
    assert handles(world.actor(world.mora), one)
    handling.send_up(one, "Hela länet berörs.", by=world.actor(world.mora), **signals.now())
    assert one.desk == world.dalarna


def test_a_national_organisation_goes_by_the_place(world, signals):
    organisation = body(Kind.USER_ORGANISATION, "Ett förbund")
    tie(organisation, world.nation)
    rebuild_closure(Tree.GOVERNANCE)
    assert signals.of(organisation, place=world.mora).desk == world.dalarna
    assert signals.of(organisation, place=world.nation).desk == world.secretariat


def test_halland_goes_where_the_place_belongs_and_asks_when_that_does_not_decide(world, signals):
    by = world.actor(world.halland, Role.COORDINATOR)
    assert above(signals.of(world.laholm)) == [world.south]
    county_wide = signals.of(world.laholm, place=world.halland)
    assert set(above(county_wide)) == {world.north, world.south}
    with pytest.raises(Refusal) as no:
        handling.send_up(county_wide, "Gäller fler.", by=by, **signals.now())
    assert no.value.field == "to"
    handling.send_up(county_wide, "Gäller fler.", by=by, to_id=world.north.pk, **signals.now())
    assert county_wide.desk == world.north


def test_sideways_is_to_another_county_and_nowhere_else(world, signals):
    one = signals.of(world.mora)
    assert set(beside(one)) == {world.halland, world.gotland_county}
    with pytest.raises(Refusal):
        handling.send_across(one, "Hör hemma där.", by=signals.county, to_id=world.mora.pk, **signals.now())
    handling.send_across(one, "Hör hemma där.", by=signals.county, to_id=world.halland.pk, **signals.now())
    assert (one.desk, one.level) == (world.halland, "county")


def test_a_resource_centre_sits_at_its_healthcare_regions_desk(world, signals):
    centre = body(Kind.RESOURCE_CENTRE, "Resurscentrum Norra")
    tie(centre, world.north)
    rebuild_closure(Tree.GOVERNANCE)
    one = signals.of(world.mora)
    handling.send_up(one, "Gäller fler.", by=signals.county, **signals.now())
    assert handles(world.actor(centre, Role.PROCESS_LEADER), one)
    assert not handles(world.actor(centre, Role.MEMBER), one)
