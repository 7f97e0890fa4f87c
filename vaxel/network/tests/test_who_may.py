"""Who may what in the network: managing reaches down, choosing and signing are each body's own, reading is wider."""

import datetime as dt

import pytest

from tests.access.expected import EXPECTED
from vaxel.calendar.clock import now, today
from vaxel.network import permissions
from vaxel.network.actor import NOBODY, SYSTEM
from vaxel.network.commands.closing import rebuild_closure
from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.network.models import AgreementParty, Body, CountyAgreement, Mandate, Person, Tie, UnitImport
from vaxel.network.permissions import (
    chooses_for,
    drafts_agreement,
    knows_addresses,
    knows_people,
    managed_from,
    mandates_visible_to,
    may_found,
    may_manage,
    may_reshape,
    may_say_away,
    names_approver,
    reaches,
    sees_agreement,
    signs_for,
)
from vaxel.rounds.tests.who import everybody, may, named, opened, rules
from vaxel.rounds.tests.world import body, make_world, tie

pytestmark = pytest.mark.django_db
OPEN_TO_ADD = {Kind.RESOURCE_CENTRE, Kind.UNIT, Kind.USER_ORGANISATION, Kind.SUPPORT_STRUCTURE, Kind.GROUP}


@pytest.fixture
def world():
    """Also the county's administrative board, below the county and the nation in the state's tree alone."""
    world = make_world()
    world.board = body(Kind.AGENCY, "Länsstyrelsen i Dalarnas län")
    for child, parent in ((world.board, world.dalarna), (world.dalarna, world.nation)):
        Tie.objects.create(tree=Tree.STATE, child=child, parent=parent, parent_kind=parent.kind)
    rebuild_closure(Tree.STATE)
    return world


@pytest.fixture
def people(world):
    return everybody(world) | {"board": world.actor(world.board)}


def test_managing_reaches_down_in_the_governance_tree(world, people):
    above_mora = "north dalarna secretary system"
    table = [
        (world.mora, f"{above_mora} mora"),
        (world.school, f"{above_mora} mora school"),
        (world.region_dalarna, f"{above_mora} region"),
        (world.laholm, "halland laholm secretary system"),
        (world.dalarna, "dalarna north secretary system"),
        (world.board, "board secretary system"),
        (world.secretariat, "secretary system"),
        (world.nation, "secretary system"),
    ]
    for place, who in table:
        assert may(people, may_manage, place.pk, today()) == named(who), who
    for actor in people.values():
        managed = {place.pk for place in permissions.manageable(actor, today())}
        assert managed == {one.pk for one in Body.objects.all() if may_manage(actor, one.pk, today())}
    found = set(managed_from([world.mora.pk, world.halland.pk], today()))
    assert found == {world.mora, world.school, world.halland, world.region_halland, world.varberg, world.laholm}
    assert world.board not in managed_from([world.dalarna.pk], today())


def test_a_secretariat_that_works_for_no_nation_manages_itself_alone(world):
    own = body(Kind.SECRETARIAT, "Norra regionens kansli")
    tie(own, world.north)
    rebuild_closure(Tree.GOVERNANCE)
    assert set(permissions.manageable(world.actor(own, Role.SECRETARIAT), today())) == {own}


@pytest.mark.parametrize("kind", Kind)
def test_swedens_own_division_is_changed_by_the_secretariat_alone(kind):
    world = make_world()
    here = body(kind, "Här")
    tie(here, world.nation)
    rebuild_closure(Tree.GOVERNANCE)
    own, day = world.actor(here, Role.COORDINATOR), today()
    assert may_manage(own, here.pk, day)
    assert may_reshape(own, here, day) == may_found(own, kind, here, day) == (kind in OPEN_TO_ADD)
    for actor in (world.secretary, SYSTEM):
        assert may_reshape(actor, here, day)
        assert may_found(actor, kind, here, day)
        assert may_found(actor, kind, None, day)
    assert not may_found(own, kind, None, day)
    assert not may_reshape(NOBODY, here, day)
    assert not may_found(NOBODY, kind, here, day)


def test_a_unit_is_changed_and_added_by_those_above_it(world, people):
    above = named("mora dalarna north secretary system")
    assert may(people, may_reshape, world.school, today()) == above | {"school"}
    assert may(people, may_found, Kind.UNIT, world.mora, today()) == above
    assert may(people, may_reshape, world.mora, today()) == named("secretary system")


def test_how_a_body_decides_its_answers_is_its_own_choice(world, people):
    board = body(Kind.GROUP, "Politiskt forum")
    tie(board, world.mora)
    rebuild_closure(Tree.GOVERNANCE)
    table = [
        (world.mora, "mora system"),
        (world.school, "mora school system"),
        (world.clinic, "region clinic system"),
        (world.dalarna, "dalarna system"),
        (board, "system"),
    ]
    for place, who in table:
        assert may(people, chooses_for, place) == named(who), who


def test_an_approver_is_named_by_the_body_and_the_very_first_one_also_by_the_secretariat(world, people):
    def who(place):
        return may(people, names_approver, place)

    Mandate.objects.filter(role=Role.APPROVER, body__in=[world.mora, world.region_dalarna]).delete()
    Mandate.objects.create(body=world.mora, role=Role.APPROVER)
    assert who(world.mora) == named("mora secretary system"), "a seat that is empty has named nobody"
    assert who(world.region_dalarna) == named("region secretary system")
    assert who(world.school) == named("mora school secretary system")
    person = Person.objects.create(name="Exempel")
    ended = {"valid_from": dt.date(2020, 1, 1), "valid_to": dt.date(2021, 1, 1)}
    for place in (world.mora, world.school):
        Mandate.objects.create(body=place, role=Role.APPROVER, person=person, **ended)
    assert who(world.mora) == named("mora system")
    assert who(world.school) == named("mora school system")
    assert who(world.dalarna) == set(people), "a county decides no answers: who appoints there may"


def test_a_county_writes_its_agreement_and_each_party_signs_for_itself(world, people):
    table = [
        (drafts_agreement, world.dalarna.pk, "dalarna system"),
        (drafts_agreement, world.halland.pk, "halland system"),
        (signs_for, world.mora, "mora mora_approver system"),
        (signs_for, world.region_dalarna, "region region_approver system"),
        (signs_for, world.orsa, "orsa_approver system"),
        (signs_for, world.dalarna, "system"),
    ]
    for rule, what, who in table:
        assert may(people, rule, what) == named(who), who


def county_agreement(county, *parties, proposed=True):
    made = CountyAgreement.objects.create(county=county, title="Samverkan", proposed_at=now() if proposed else None)
    for party in parties:
        AgreementParty.objects.create(agreement=made, body=party)
    return made


def test_a_countys_agreement_is_seen_by_its_parties_once_it_is_proposed(world, people):
    county = "dalarna dalarna_member north secretary system"
    mora = "mora mora_approver mora_controller mora_registrar mora_member also_mora"
    table = [
        (county_agreement(world.dalarna, world.mora, proposed=False), county),
        (county_agreement(world.dalarna, world.mora, world.orsa), f"{county} {mora} orsa orsa_approver"),
        (county_agreement(world.dalarna, world.falun), f"{county} falun"),
        (
            county_agreement(world.halland, world.laholm),
            "halland laholm north secretary system",
        ),  # part of Halland is north's
    ]
    for agreement, who in table:
        assert may(people, sees_agreement, agreement) == named(who), who
        assert opened(people, rules(permissions)["sees_agreement"], agreement_id=agreement.pk) == named(who)
    edits = rules(permissions)["edits_agreement"]
    assert opened(people, edits, agreement_id=table[1][0].pk) == named("dalarna system")
    assert opened(people, edits, agreement_id=table[3][0].pk) == named("halland system")
    assert opened(people, edits, agreement_id=0) == set()


def test_one_says_oneself_away_and_who_manages_the_people_says_it_of_all(world, people):
    member = Person.objects.get(public_id=people["mora_member"].person_id)
    also = Person.objects.get(public_id=people["also_mora"].person_id)
    manage = "mora dalarna north secretary system"
    table = [
        (member, world.mora, f"{manage} mora_member"),
        (also, world.mora, f"{manage} also_mora"),
        (member, world.falun, "falun dalarna north secretary system"),
    ]
    for person, place, who in table:
        assert may(people, may_say_away, person, place) == named(who), who


def test_names_are_for_whoever_acts_and_addresses_for_the_own_county(world, people):
    acting = set(people) - {"nobody", "link"}
    assert may(people, knows_people) == acting
    assert may(people, lambda actor: set(mandates_visible_to(actor, today()))) == acting
    ended = Mandate.objects.create(body=world.mora, role=Role.CONTACT, valid_to=today())
    assert ended not in mandates_visible_to(SYSTEM, today())
    in_dalarna = (
        "dalarna dalarna_member region region_approver clinic mora mora_approver mora_controller mora_registrar "
    )
    in_dalarna += "mora_member school falun orsa orsa_approver"
    table = [
        (world.mora, f"{in_dalarna} north secretary system"),
        (world.clinic, f"{in_dalarna} north secretary system"),
        (world.dalarna, f"{in_dalarna} north secretary system"),
        (world.laholm, "halland laholm also_mora secretary system"),
        (world.north, "north secretary system"),
        (world.nation, "secretary system"),
    ]
    for place, who in table:
        assert may(people, knows_addresses, place.pk, today()) == named(who), who


def test_what_the_networks_pages_ask(world, people):
    seat = Mandate.objects.create(body=world.mora, role=Role.MEMBER)
    other = Mandate.objects.create(body=world.laholm, role=Role.MEMBER)
    ours = UnitImport.objects.create(principal=world.mora, file_name="enheter.csv", rows=[])
    theirs = UnitImport.objects.create(principal=world.laholm, file_name="enheter.csv", rows=[])
    manage, far = "mora dalarna north secretary system", "laholm halland secretary system"
    acts = "mora_approver mora_controller mora_registrar mora_member also_mora"
    table = [
        ("manages_body", {"body_id": world.mora.pk}, manage),
        ("manages_body", {"body_id": world.laholm.pk}, far),
        ("reaches_body", {"body_id": world.mora.pk}, f"{manage} {acts}"),
        ("reaches_body", {"body_id": world.laholm.pk}, far),
        ("manages_mandate", {"mandate_id": seat.pk}, manage),
        ("manages_mandate", {"mandate_id": other.pk}, far),
        ("manages_mandate", {"mandate_id": 0}, ""),
        ("manages_import", {"import_id": ours.pk}, manage),
        ("manages_import", {"import_id": theirs.pk}, far),
        ("manages_import", {"import_id": 0}, ""),
        ("drafts_agreement", {"body_id": world.dalarna.pk}, "dalarna system"),
    ]
    for name, parts, who in table:
        assert opened(people, rules(permissions)[name], **parts) == named(who), (name, parts)
    assert may(people, reaches, world.mora.pk) == named(f"{manage} {acts}")


def test_every_door_has_its_row_in_the_permission_matrix():
    assert rules(permissions).keys() <= EXPECTED.keys()
