"""What a page declares, by the names of the permission matrix: open to those who may, and to nobody where nothing is."""

from types import SimpleNamespace

import pytest

from vaxel.network.actor import SYSTEM as THE_SYSTEM
from vaxel.network.models import Person
from vaxel.rounds import permissions
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import Delivery, JointAnswer, JointVersion, SectionPart
from vaxel.rounds.permissions import node_asked
from vaxel.rounds.tests.asked import AT_DALARNA, AT_HALLAND, AT_MORA, AT_NORTH, AT_ORSA, SECRETARIAT, SYSTEM, Asked
from vaxel.rounds.tests.who import named, opened, rules

READERS = SECRETARIAT | AT_MORA | AT_ORSA | AT_DALARNA | AT_NORTH | SYSTEM | {"school"}  # of the small round
SENDERS = {"secretary"} | SYSTEM
ACTS = named("mora mora_approver mora_controller") | SYSTEM


@pytest.fixture
def asked(world):
    return Asked(world)


@pytest.fixture
def door(asked):
    """door("reads_round", round=7): who opens it."""
    known = rules(permissions)
    return lambda name, **parts: opened(asked.people, known[name], **parts)


def test_the_doors_of_a_round(asked, door):
    small, draft = asked.small(), asked.world.draft()
    table = {
        "reads_round": READERS,
        "edits_round": SENDERS,
        "sends_round": SENDERS,
        "runs_round": SENDERS,
        "compiles": SENDERS,
    }
    for name, who in table.items():
        assert door(name, round=small.pk) == who, name
        assert door(name, round=0) == set(), name
    assert door("reads_round", round=draft.pk) == SECRETARIAT | SYSTEM
    senders = named("secretary north north_leader dalarna halland gotland_county mora_controller") | SYSTEM
    assert door("creates_round") == senders


def test_a_part_is_compiled_by_the_level_that_the_address_or_the_form_names(asked, door, world):
    small = asked.small()
    level = {"dalarna"} | SYSTEM
    assert door("compiles", round=small.pk, node=world.dalarna.pk) == level
    for said in ({"asked": {"nod": str(world.dalarna.pk)}}, {"sent": {"nod": str(world.dalarna.pk)}}):
        assert door("compiles", round=small.pk, **said) == level
        assert door("relays", round=small.pk, **said) == level
    assert door("compiles", round=small.pk, node=world.dalarna.pk, asked={"nod": str(world.mora.pk)}) == level
    passing = named("secretary north north_leader dalarna mora school orsa")
    assert door("relays", round=small.pk) - {"also_mora"} == passing, "each in its own body's part"
    assert door("relays", round=small.pk, asked={"nod": str(world.halland.pk)}) == SYSTEM
    assert door("relays", round=0) == set()


@pytest.mark.parametrize(
    ("form", "query", "node"),
    [
        ({"nod": "12"}, {}, 12),
        ({}, {"nod": "12"}, 12),
        ({"nod": "12"}, {"nod": "13"}, 12),
        ({"nod": ""}, {"nod": "13"}, 13),
        ({}, {}, None),
        ({"nod": ""}, {"nod": ""}, None),
        ({}, {"nod": "dalarna"}, None),
        ({}, {"nod": "-12"}, None),
        ({}, {"nod": "١٢"}, None),
        ({}, {"nod": "²"}, None),
        ({}, {"nod": "9" * 18}, int("9" * 18)),
        ({}, {"nod": "9" * 19}, None),
        ({}, {"body": "12"}, None),
    ],
)
def test_a_level_is_named_by_its_number_or_not_at_all(form, query, node):
    assert node_asked(SimpleNamespace(POST=form, GET=query)) == node


def test_the_doors_of_a_bodys_part(asked, door, world):
    """A link opens no page of one's own: whoever answers by it reads for nobody."""
    small = asked.small()
    asked.part(small, world.mora)
    seen = SECRETARIAT | AT_MORA | AT_DALARNA | SYSTEM
    table = {
        "reads_delivery": seen,
        "acts_for_delivery": ACTS,
        "gives_sections": ACTS,
        "confirms_delivery": ACTS | {"mora_registrar"},
        "decides_delivery": {"mora_approver"} | SYSTEM,
        "approves_unit": SYSTEM,
        "registers_for_delivery": {"dalarna"} | SYSTEM,
        "requests_completion": named("secretary dalarna") | SYSTEM,
        "manages_links": ACTS | named("secretary dalarna"),
        "reads_answers": SECRETARIAT | AT_MORA | SYSTEM,
        "adopts_delivery": named("mora mora_approver") | SYSTEM,
    }
    for name, who in table.items():
        assert door(name, round=small.pk, body=world.mora.pk) == who, name
        for nothing in ({"round": small.pk, "body": world.laholm.pk}, {"round": 0, "body": world.mora.pk}):
            assert not rules(permissions)[name].allows(SimpleNamespace(actor=THE_SYSTEM), **nothing), name
    assert door("approves_unit", round=small.pk, body=world.school.pk) == {"mora_approver"} | SYSTEM
    Delivery.objects.filter(round=small, body=world.mora).update(state=Outcome.ANSWERED)
    assert door("reads_delivery", round=small.pk, body=world.mora.pk) == seen | AT_NORTH
    assert door("requests_completion", round=small.pk, body=world.mora.pk) == named("secretary dalarna system") | named(
        "north north_leader"
    )
    assert door("acts_for_delivery", round=small.pk, body=world.orsa.pk) == AT_ORSA | SYSTEM
    Delivery.objects.filter(round=small, body=world.orsa).update(waits_at=world.dalarna)
    assert door("acts_for_delivery", round=small.pk, body=world.orsa.pk) == SYSTEM, "not passed on to Orsa yet"


def test_what_the_door_has_found_the_page_need_not_ask_for_again(asked, world, django_assert_num_queries):
    small = asked.small()
    known, request = rules(permissions), SimpleNamespace(actor=THE_SYSTEM)
    assert known["reads_round"].allows(request, round=small.pk)
    with django_assert_num_queries(0):
        found = request.round
        assert (found.pk, found.owner, found.frame.size) == (small.pk, world.secretariat, 3)
        assert found.template_version.template.title == "Frågor"
    Delivery.objects.filter(round=small, body=world.mora).update(via=world.dalarna, waits_at=world.dalarna)
    assert known["reads_delivery"].allows(request, round=small.pk, body=world.mora.pk)
    with django_assert_num_queries(0):
        part = request.delivery
        assert (part.body, part.via, part.waits_at) == (world.mora, world.dalarna, world.dalarna)
        assert (part.round.owner, part.round.frame.size) == (world.secretariat, 3)
        assert part.round.template_version.template.title == "Frågor"


def test_a_door_of_ones_own_takes_one_question(asked, world, django_assert_num_queries):
    part = asked.part(asked.small(), world.mora)
    member = Person.objects.get(public_id=asked.people["mora_member"].person_id)
    given = SectionPart.objects.create(delivery=part, section_id="s1", given_at=world.now(), person=member)
    known = rules(permissions)
    for name, who, parts in (("acts_for_delivery", "mora", {}), ("holds_part", "mora_member", {"part": given.pk})):
        request = SimpleNamespace(actor=asked.people[who])
        with django_assert_num_queries(1):
            assert known[name].allows(request, round=part.round_id, body=part.body_id, **parts), name


def test_the_doors_of_a_section_that_was_given_away(asked, door, world):
    small = asked.small()
    mora, orsa = asked.part(small, world.mora), asked.part(small, world.orsa)
    other = asked.small()
    given = SectionPart.objects.create(delivery=mora, section_id="s1", given_at=world.now(), body=world.school)
    assert door("holds_part", round=small.pk, body=mora.body_id, part=given.pk) == named("school system")
    assert door("reads_part", round=small.pk, body=mora.body_id, part=given.pk) == {"school"}
    for name in ("holds_part", "reads_part"):
        assert door(name, round=small.pk, body=orsa.body_id, part=given.pk) == set()
        assert door(name, round=other.pk, body=mora.body_id, part=given.pk) == set()
        assert door(name, round=small.pk, body=mora.body_id, part=0) == set()


def test_the_doors_of_a_joint_answer(asked, door, world):
    small, draft = asked.small(), world.draft()
    county = {"round": small.pk, "node": world.dalarna.pk}
    assert door("writes_joint", **county) == {"dalarna"} | SYSTEM
    assert door("reads_joint", **county) == AT_DALARNA | SYSTEM
    joint = JointAnswer.objects.create(round=small, node=world.dalarna)
    JointVersion.objects.create(joint=joint, number=1, values={}, agreement_id=1, proposed_at=world.now())
    assert door("reads_joint", **county) == AT_DALARNA | SECRETARIAT | SYSTEM
    for name in ("writes_joint", "reads_joint"):
        assert door(name, round=0, node=world.dalarna.pk) == set()
        assert door(name, round=draft.pk, node=world.dalarna.pk) == set(), "not sent: no level has a part in it"


def test_the_doors_of_templates_registers_and_load(asked, door, world):
    template = world.version(owner=world.mora).template
    table = [
        ("reads_template", {"template": template.pk}, AT_MORA | SYSTEM),
        ("edits_template", {"template": template.pk}, {"mora_controller"} | SYSTEM),
        ("reads_template", {"template": 0}, set()),
        ("edits_template", {"template": 0}, set()),
        ("reads_register", {"body": world.mora.pk}, AT_MORA),
        ("keeps_register", {"body": world.mora.pk}, ACTS | {"mora_registrar"}),
        ("reads_load", {"body_id": world.mora.pk}, AT_MORA | AT_DALARNA | SYSTEM),
        ("reads_load", {"body_id": world.halland.pk}, AT_HALLAND | SYSTEM),
    ]
    for name, parts, who in table:
        assert door(name, **parts) == who, (name, parts)
