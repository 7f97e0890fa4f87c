"""Who may, of a level's own part: compiling, the county's joint answer, who has not answered, and a body's load."""

import pytest

from vaxel.network.commands.closing import rebuild_closure
from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.models import Tie
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.models import Delivery, JointAnswer, JointCover, JointVersion, Round, RoundSender
from vaxel.rounds.permissions import (
    adopts,
    compiles,
    coordinates,
    edits_template,
    has_part,
    names_of_missing_visible,
    reads_joint,
    reads_load,
    reads_template,
    writes_joint,
)
from vaxel.rounds.tests.asked import (
    AT_DALARNA,
    AT_HALLAND,
    AT_MORA,
    AT_NORTH,
    AT_ORSA,
    SECRETARIAT,
    SYSTEM,
    Asked,
)
from vaxel.rounds.tests.who import may, named
from vaxel.rounds.tests.world import body

NORTHS = named("north north_leader")


@pytest.fixture
def asked(world):
    return Asked(world)


def test_the_whole_is_compiled_by_its_senders_and_a_levels_part_by_that_level(asked, world):
    wide, small = asked.wide(), asked.small()
    senders = named("secretary halland")
    table = [
        (wide, None, senders | SYSTEM),
        (wide, world.secretariat, senders | SYSTEM),
        (wide, world.halland, AT_HALLAND | SYSTEM),
        (wide, world.dalarna, {"dalarna"} | SYSTEM),
        (wide, world.north, NORTHS | SYSTEM),
        (wide, world.gotland_county, {"gotland_county"} | SYSTEM),
        (small, None, {"secretary"} | SYSTEM),
        (small, world.dalarna, {"dalarna"} | SYSTEM),
        (small, world.halland, set()),
        (small, world.gotland_county, set()),
    ]
    for round, node, who in table:
        assert may(asked.people, compiles, round, node and node.pk) == who, node
    RoundSender.objects.create(round=small, body=world.gotland_county)
    assert may(asked.people, compiles, small, world.gotland_county.pk) == {"gotland_county"}, "a sender, at its own"
    nodes = [world.dalarna, world.north, world.halland, world.region_dalarna]
    assert [has_part(small, node.pk) for node in nodes] == [True, True, False, False]
    assert may(asked.people, coordinates, world.halland.pk) == AT_HALLAND | SYSTEM


def test_a_joint_answer_is_written_by_the_county_and_adopted_by_each_principal_for_itself(asked, world):
    wide, small = asked.wide(), asked.small()
    adopting = [
        (world.mora, named("mora mora_approver") | SYSTEM),
        (world.orsa, {"orsa_approver"} | SYSTEM),
        (world.school, set()),
    ]
    for place, who in adopting:
        assert may(asked.people, adopts, asked.part(small, place)) == who
    writing = [
        (wide, world.dalarna, {"dalarna"} | SYSTEM),
        (wide, world.halland, AT_HALLAND | SYSTEM),
        (wide, world.north, set()),
        (wide, world.mora, set()),
        (small, world.halland, set()),
    ]
    for round, node, who in writing:
        assert may(asked.people, writes_joint, round, node.pk) == who, node.pk
    Round.objects.filter(pk=wide.pk).update(kind=RoundKind.REQUISITION)
    wide.refresh_from_db()
    assert may(asked.people, writes_joint, wide, world.dalarna.pk) == set(), "money is taken up by one's own hand"


def put_forward(asked, round, county, *bodies):
    joint = JointAnswer.objects.create(round=round, node=county)
    version = JointVersion.objects.create(
        joint=joint, number=1, values={}, agreement_id=1, proposed_at=asked.world.now()
    )
    for delivery in Delivery.objects.filter(round=round, body__in=bodies):
        JointCover.objects.create(version=version, delivery=delivery)


def test_a_joint_answer_is_the_countys_until_it_is_put_forward_and_then_read_by_those_it_covers(asked, world):
    plain, wide, small = asked.plain(), asked.wide(), asked.small()
    county = AT_DALARNA | SYSTEM
    assert may(asked.people, reads_joint, plain, world.dalarna.pk) == county
    put_forward(asked, wide, world.dalarna, world.orsa)
    assert may(asked.people, reads_joint, plain, world.dalarna.pk) == county
    put_forward(asked, plain, world.dalarna, world.mora)
    assert may(asked.people, reads_joint, plain, world.halland.pk) == AT_HALLAND | SYSTEM
    put_forward(asked, plain, world.halland, world.laholm)
    table = [
        (plain, world.dalarna, county | AT_MORA | AT_NORTH | SECRETARIAT),
        (plain, world.halland, AT_HALLAND | SYSTEM | SECRETARIAT | {"laholm"}),
        (wide, world.dalarna, county | AT_ORSA | AT_NORTH | SECRETARIAT | AT_HALLAND),
        (small, world.dalarna, county),
        (small, world.halland, SYSTEM),
    ]
    for round, node, who in table:
        assert may(asked.people, reads_joint, round, node.pk) == who, node.pk


def test_who_has_not_answered_is_named_to_the_sender_and_the_own_county_or_principal(asked, world):
    senders = SECRETARIAT | SYSTEM
    plain, small, draft = asked.plain(), asked.small(), world.draft()
    table = [
        (plain, None, senders),
        (plain, world.dalarna, senders | AT_DALARNA),
        (plain, world.mora, senders | AT_DALARNA | AT_MORA),
        (plain, world.school, senders | AT_DALARNA | AT_MORA),
        (plain, world.clinic, senders | AT_DALARNA | named("region region_approver")),
        (plain, world.laholm, senders | AT_HALLAND),  # a principal is told of its units, and Laholm has none
        (plain, world.north, senders),
        (plain, world.nation, senders),
        (small, world.laholm, senders),
        (small, world.mora, senders | AT_DALARNA | AT_MORA),
        (draft, world.dalarna, senders),
    ]
    for round, node, who in table:
        assert may(asked.people, names_of_missing_visible, round, node and node.pk) == who, node


def test_a_bodys_load_is_its_own_and_its_countys_or_principals_to_see(asked, world):
    board = body(Kind.AGENCY, "Länsstyrelsen i Dalarnas län")
    Tie.objects.create(tree=Tree.STATE, child=board, parent=world.dalarna, parent_kind=Kind.COUNTY)
    rebuild_closure(Tree.STATE)
    table = [
        (world.mora, AT_MORA | AT_DALARNA),
        (world.school, AT_MORA | AT_DALARNA | {"school"}),
        (world.laholm, AT_HALLAND | {"laholm"}),
        (world.dalarna, AT_DALARNA),
        (world.north, AT_NORTH),
        (board, set()),
    ]
    for place, who in table:
        assert may(asked.people, reads_load, place.pk) == who | SYSTEM, place.pk


def test_questions_are_changed_by_who_sends_for_their_owner_and_read_by_whoever_is_asked_them(asked, world):
    template = asked.small().template_version.template
    unused = world.version(owner=world.mora).template
    readers = SECRETARIAT | AT_MORA | AT_ORSA | AT_DALARNA | AT_NORTH | {"school"}
    table = [
        (edits_template, template, {"secretary"}),
        (edits_template, unused, {"mora_controller"}),
        (reads_template, template, readers),
        (reads_template, unused, AT_MORA),
    ]
    for rule, of, who in table:
        assert may(asked.people, rule, of) == who | SYSTEM, rule.__name__
