"""Who may: anyone with a mandate writes, whoever speaks for the desk handles, and what it says is read where it has been."""

import pytest

from vaxel.network.actor import NOBODY, SYSTEM, ActiveMandate, Actor
from vaxel.network.commands.closing import rebuild_closure
from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.rounds.tests.who import everybody, may, named, opened, rules
from vaxel.rounds.tests.world import body, tie
from vaxel.signals import permissions
from vaxel.signals.commands import handling
from vaxel.signals.models import Signal
from vaxel.signals.permissions import desks, erases, handles, is_author, reads, require, speaks, writes
from vaxel.ui.refusal import Refusal

SPEAK = {Role.SECRETARIAT, Role.COORDINATOR, Role.CONTACT, Role.PROCESS_LEADER}


@pytest.mark.parametrize("role", Role)
def test_anyone_with_a_mandate_writes_and_some_speak_for_their_body(role):
    mandate = ActiveMandate(1, 7, "Mora kommun", role)
    actor = Actor(mandates=(mandate,), current=mandate)
    assert writes(actor)
    assert speaks(actor) == (role in SPEAK)


def test_the_system_writes_and_speaks_and_nobody_does_neither():
    assert (writes(SYSTEM), speaks(SYSTEM)) == (True, True)
    assert (writes(NOBODY), speaks(NOBODY)) == (False, False)


def test_whoever_may_not_is_told_so():
    assert require(True) is None
    with pytest.raises(Refusal, match="uppdrag") as no:
        require(False)
    assert no.value.status == 403


@pytest.fixture
def people(world):
    """Also the healthcare region's resource centre, which sits at its desk."""
    world.centre = body(Kind.RESOURCE_CENTRE, "Resurscentrum norr")
    tie(world.centre, world.north)
    rebuild_closure(Tree.GOVERNANCE)
    return everybody(world) | {"centre": world.actor(world.centre)}


@pytest.mark.django_db
def test_each_sits_at_the_desk_of_the_mandate_in_use(world, people):
    table = {
        "mora": [world.mora],
        "also_mora": [world.varberg],
        "north_leader": [world.north],
        "centre": [world.centre, world.north],
        "mora_approver": [],
        "mora_member": [],
        "link": [],
        "nobody": [],
        "system": [],
    }
    assert {name: desks(people[name]) for name in table} == {
        name: [one.pk for one in places] for name, places in table.items()
    }


@pytest.mark.django_db
def test_who_may_what_with_a_signal_on_its_way_up(world, people, signals):
    at_mora = "mora mora_approver mora_controller mora_registrar mora_member also_mora"
    contacts = signals.of(world.mora)
    members = signals.of(world.mora, role=Role.MEMBER)
    lifted = signals.of(world.mora)
    handling.send_up(lifted, "Gäller fler.", by=people["dalarna"], **signals.now())
    public = signals.from_public(world.mora)
    elsewhere = signals.of(world.laholm)
    table = [
        # who reads it, who handles it, who wrote it
        (contacts, f"{at_mora} dalarna dalarna_member", "dalarna", "mora"),
        (members, at_mora, "mora", "mora mora_member"),  # at home first: a member does not speak for the body
        (lifted, f"{at_mora} dalarna dalarna_member north north_leader centre", "north north_leader centre", "mora"),
        (public, "dalarna dalarna_member", "dalarna", ""),
        (elsewhere, "laholm halland", "halland", "laholm"),
    ]
    known = rules(permissions)
    for one, readers, handlers, authors in table:
        one.refresh_from_db()
        expected = {
            (reads, "reads_signal"): readers,
            (handles, "handles_signal"): handlers,
            (is_author, "wrote_signal"): authors,
            (erases, "erases_signal"): f"{handlers} {authors}",
        }
        for (predicate, name), who in expected.items():
            assert may(people, predicate, one) == named(f"{who} system"), (name, who)
            assert opened(people, known[name], signal=one.pk) == named(f"{who} system"), (name, who)
    assert not any(opened(people, known[name], signal=0) for _predicate, name in expected)


@pytest.mark.django_db
def test_who_has_moved_on_wrote_it_no_more(world, people, signals):
    one = signals.of(world.mora, role=Role.MEMBER)
    Signal.objects.filter(pk=one.pk).update(author_person=people["also_mora"].person_id)
    one.refresh_from_db()
    assert may(people, is_author, one) == named("mora system"), "now acting for Varberg"


@pytest.mark.django_db
def test_what_the_pages_ask_of_whoever_writes_and_of_whoever_has_a_desk(people):
    known = rules(permissions)
    silent = named("mora_approver mora_controller mora_registrar mora_member region_approver orsa_approver")
    without = named("link nobody")
    assert opened(people, known["writes_signal"]) == set(people) - without
    members = named("secretariat_member dalarna_member")
    assert opened(people, known["has_desk"]) == set(people) - without - silent - members
