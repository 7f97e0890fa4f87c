"""Rights follow the mandate in use and the ties of the day."""

import datetime as dt

import pytest

from vaxel.calendar.clock import today
from vaxel.network.actor import NOBODY, SYSTEM, ActiveMandate, Actor
from vaxel.network.commands.ties import move, tie
from vaxel.network.domain.kinds import Extent, Kind, Role, Tree
from vaxel.network.permissions import manageable, may_manage

pytestmark = pytest.mark.django_db


def acting(body, role):
    mandate = ActiveMandate(1, body.pk, "", role)
    return Actor(mandates=(mandate,), current=mandate)


@pytest.fixture
def network(little_sweden, make):
    sweden = little_sweden
    sweden["secretariat"] = make(Kind.SECRETARIAT, "Kansliet", below=sweden["nation"])
    sweden["agency"] = make(Kind.AGENCY, "Myndigheten", below=sweden["nation"], tree=Tree.STATE)
    return sweden


MANAGES = [
    (
        "secretariat",
        Role.SECRETARIAT,
        {"secretariat", "nation", "mellan", "county", "region", "falun", "mora", "clinic", "agency"},
    ),
    ("mellan", Role.COORDINATOR, {"mellan", "county", "region", "falun", "mora", "clinic"}),
    ("county", Role.COORDINATOR, {"county", "region", "falun", "mora", "clinic"}),
    ("region", Role.CONTACT, {"region", "clinic"}),
    ("falun", Role.CONTACT, {"falun"}),
    ("falun", Role.COORDINATOR, {"falun"}),
    ("falun", Role.APPROVER, set()),
    ("falun", Role.REGISTRAR, set()),
    ("county", Role.CONTROLLER, set()),
    ("county", Role.MEMBER, set()),
    ("mellan", Role.PROCESS_LEADER, set()),
]


@pytest.mark.parametrize(("place", "role", "managed"), MANAGES)
def test_who_manages_what(network, place, role, managed):
    actor = acting(network[place], role)
    assert {name for name, body in network.items() if may_manage(actor, body.pk, today())} == managed
    assert set(manageable(actor, today())) == {network[name] for name in managed}


def test_the_system_may_all_and_nobody_nothing(network):
    assert may_manage(SYSTEM, network["nation"].pk, today())
    assert set(manageable(SYSTEM, today())) == set(network.values())
    assert not may_manage(NOBODY, network["falun"].pk, today())
    assert not manageable(NOBODY, today()).exists()


def test_a_moved_body_is_managed_by_its_new_county_from_that_day(network, make):
    other = make(Kind.COUNTY, "Gävleborgs län", code="21", below=network["mellan"])
    day = dt.date(2030, 1, 1)
    move(network["falun"], other, by=SYSTEM, day=day)
    assert may_manage(acting(network["county"], Role.COORDINATOR), network["falun"].pk, dt.date(2029, 12, 31))
    assert not may_manage(acting(network["county"], Role.COORDINATOR), network["falun"].pk, day)
    assert may_manage(acting(other, Role.COORDINATOR), network["falun"].pk, day)


def test_a_part_tie_gives_the_child_alone(network, make):
    south = make(Kind.HEALTHCARE_REGION, "Södra", code="4", below=network["nation"])
    tie(network["region"], south, by=SYSTEM, extent=Extent.PART)
    actor = acting(south, Role.COORDINATOR)
    assert may_manage(actor, network["region"].pk, today())
    assert not may_manage(actor, network["clinic"].pk, today())


def test_only_the_mandate_in_use_counts(network):
    first = ActiveMandate(1, network["county"].pk, "", Role.COORDINATOR)
    second = ActiveMandate(2, network["mora"].pk, "", Role.CONTACT)
    actor = Actor(mandates=(first, second), current=second)
    assert not may_manage(actor, network["falun"].pk, today())
