"""Who may: a thing is its owner's, what a body does with it is the body's own, and names are for those above and the sender."""

import pytest

from tests.access.expected import EXPECTED
from vaxel.adoption import permissions
from vaxel.adoption.commands.things import create_thing
from vaxel.adoption.models import NeedSet, PeerCheck, Retirement, ThingRound
from vaxel.adoption.permissions import (
    Names,
    creates_thing,
    decides_on,
    edits_thing,
    links_round,
    names_seen,
    proposes,
    reads_own,
    registers,
)
from vaxel.network.actor import NOBODY, SYSTEM, ActiveMandate, Actor
from vaxel.network.domain.kinds import Role
from vaxel.rounds.models import Round, RoundSender
from vaxel.rounds.tests.who import everybody, may, named, opened, rules

AT_MORA = "mora mora_approver mora_controller mora_registrar mora_member also_mora"
MAKE = {Role.SECRETARIAT, Role.COORDINATOR, Role.PROCESS_LEADER, Role.CONTROLLER}


@pytest.mark.parametrize("role", Role)
def test_who_sends_makes_things_and_anyone_proposes_that_one_be_retired(role):
    mandate = ActiveMandate(1, 7, "Mora kommun", role)
    actor = Actor(mandates=(mandate,), current=mandate)
    assert creates_thing(actor) == (role in MAKE)
    assert proposes(actor)


def test_the_system_may_and_nobody_may_not():
    assert (creates_thing(SYSTEM), proposes(SYSTEM)) == (True, True)
    assert (creates_thing(NOBODY), proposes(NOBODY)) == (False, False)


@pytest.mark.parametrize(
    ("names", "some"),
    [(Names(True), True), (Names(False, (7,)), True), (Names(True, (7,)), True), (Names(False), False)],
)
def test_some_names_are_seen_or_none(names, some):
    assert bool(names) is some


@pytest.fixture
def people(world):
    return everybody(world)


def made_by(world, owner, by):
    return create_thing(by=by, owner_id=owner.pk, name="Metod", kind="metod", target_kinds=["municipality"])


@pytest.fixture
def moras(world):
    return made_by(world, world.mora, world.actor(world.mora, Role.CONTROLLER))


@pytest.mark.django_db
def test_who_may_what_with_a_thing(world, thing, moras, people):
    halland = made_by(world, world.halland, people["halland"])
    known = rules(permissions)
    table = [
        (thing, "secretary system", "secretary system"),
        (halland, "halland system", "halland system"),
        (moras, "mora_controller system", "mora_controller mora_approver system"),
    ]
    for one, edit, decide in table:
        need = NeedSet.objects.create(thing=one, label="Behov", year=2025, source="Påhittat")
        proposal = Retirement.objects.create(thing=one, reason="Skäl", proposed_at=world.now())
        assert may(people, edits_thing, one) == named(edit)
        assert may(people, decides_on, one) == named(decide)
        assert opened(people, known["edits_thing"], thing=one.pk) == named(edit)
        assert opened(people, known["edits_need"], need_set=need.pk) == named(edit)
        assert opened(people, known["decides_retirement"], retirement=proposal.pk) == named(decide)
        assert opened(people, known["proposes_retirement"], thing=one.pk) == set(people) - {"nobody", "link"}
    for name, part in (
        ("edits_thing", "thing"),
        ("edits_need", "need_set"),
        ("decides_retirement", "retirement"),
        ("proposes_retirement", "thing"),
        ("reads_check", "check"),
    ):
        assert opened(people, known[name], **{part: 0}) == set(), name
    makers = named("secretary north north_leader dalarna halland mora_controller system")
    assert opened(people, known["creates_thing"]) == makers


@pytest.mark.django_db
def test_what_a_body_does_with_it_is_its_own(world, thing, people):
    known = rules(permissions)
    act = named("mora mora_approver mora_controller system")
    read = named(f"{AT_MORA} system")
    assert (
        may(people, registers, world.mora.pk) == opened(people, known["registers_adoption"], body=world.mora.pk) == act
    )
    assert may(people, reads_own, world.mora.pk) == read
    assert opened(people, known["reads_own_adoption"], body=world.mora.pk) == read
    PeerCheck.objects.create(thing=thing, body=world.laholm, peer=world.varberg, invited_at=world.now())
    check = PeerCheck.objects.create(thing=thing, body=world.mora, peer=world.falun, invited_at=world.now())
    assert opened(people, known["reads_check"], check=check.pk) == read | {"falun"}


@pytest.mark.django_db
def test_names_are_seen_by_who_answers_for_it_who_has_sent_it_and_in_the_own_county(world, thing, moras, people):
    own = {
        "dalarna": (world.dalarna,),
        "dalarna_member": (world.dalarna,),
        "halland": (world.halland,),
        "region": (world.region_dalarna,),
        "mora_member": (world.mora,),
        "also_mora": tuple(sorted([world.varberg, world.mora], key=lambda one: one.pk)),
        "north": (),
        "clinic": (),
        "link": (),
        "nobody": (),
    }
    for name, nodes in own.items():
        assert names_seen(people[name], thing) == Names(False, tuple(one.pk for one in nodes)), name

    def all_names(of):
        return may(people, lambda actor: names_seen(actor, of).everyone)

    assert all_names(thing) == named("secretary secretariat_member system")
    assert all_names(moras) == named(f"{AT_MORA} system")
    draft = world.draft(by=people["halland"], owner=world.halland)
    ThingRound.objects.create(thing=thing, round=draft)
    RoundSender.objects.filter(round=draft).update(body=world.region_dalarna)
    assert all_names(thing) == named("secretary secretariat_member system"), "not sent"
    Round.objects.filter(pk=draft.pk).update(sent_at=world.now())
    assert all_names(thing) == named("secretary secretariat_member halland region region_approver system")
    assert all_names(moras) == named(f"{AT_MORA} system"), "another thing was sent"


@pytest.mark.django_db
def test_a_thing_is_joined_to_a_round_by_its_owner_who_also_sent_it(world, moras, people):
    theirs = world.draft(by=people["mora_controller"], owner=world.mora)
    another = world.draft()
    assert may(people, links_round, moras, theirs) == named("mora_controller system")
    assert may(people, links_round, moras, another) == named("system")


def test_every_door_has_its_row_in_the_permission_matrix():
    assert rules(permissions).keys() <= EXPECTED.keys()
