"""Who may: writing, paying and judging are apart, a receiver acts for itself, names are for the county and who follows."""

import datetime as dt

import pytest

from tests.access.expected import EXPECTED
from vaxel.calendar import clock
from vaxel.funding import permissions
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.models import Agreement, AgreementParty, LedgerEntry, RepaymentClaim
from vaxel.funding.permissions import (
    assesses,
    calls_for_accounts,
    calls_for_requisitions,
    decides_agreement,
    drafts_contracts,
    edits_agreement,
    follows_money,
    pays,
    reads_account,
    reads_agreement,
    reads_requisition,
    receives_for,
    seen_by_name,
    sees_own_money,
    sees_use,
    writes_agreements,
)
from vaxel.funding.tests.seats import ACT, AT_MORA, SEND, SYSTEM, WRITE, make_seats
from vaxel.network.actor import NOBODY, ActiveMandate, Actor
from vaxel.network.actor import SYSTEM as THE_SYSTEM
from vaxel.network.domain.kinds import Role
from vaxel.rounds.tests.who import may, named, opened, rules

WRITERS = {Role.SECRETARIAT, Role.CONTROLLER}


@pytest.mark.parametrize("role", Role)
def test_a_secretariat_or_whoever_keeps_the_money_begins_an_agreement(role):
    mandate = ActiveMandate(1, 7, "Myndigheten", role)
    assert writes_agreements(Actor(mandates=(mandate,), current=mandate)) == (role in WRITERS)


def test_the_system_begins_one_and_nobody_does_not():
    assert writes_agreements(THE_SYSTEM)
    assert not writes_agreements(NOBODY)


@pytest.fixture
def seats(world):
    return make_seats(world)


def decided(agreement):
    Agreement.objects.filter(pk=agreement.pk).update(state=AgreementState.DECIDED)
    agreement.refresh_from_db()
    return agreement


def test_who_may_what_with_an_agreement(seats):
    people, known = seats.people, rules(permissions)
    judge = "controller approver secretariat"
    table = [
        (edits_agreement, "edits_money_agreement", seats.at("owner", WRITE)),
        (decides_agreement, "decides_money_agreement", seats.at("owner", f"{WRITE} approver")),
        (pays, None, seats.at("payer", ACT)),
        (calls_for_requisitions, "calls_for_requisitions", seats.at("payer", SEND) | seats.at("owner", SEND)),
        (calls_for_accounts, "calls_for_accounts", seats.at("payer", SEND) | seats.at("owner", SEND)),
        (assesses, "assesses_money", seats.at("assessor", judge)),
        (follows_money, "follows_money", seats.all_four),
        (drafts_contracts, "drafts_contracts", seats.at("owner", WRITE) | seats.at("orderer", WRITE)),
    ]
    for predicate, name, who in table:
        assert may(people, predicate, seats.agreement) == who | SYSTEM, predicate.__name__
        if name:
            assert opened(people, known[name], agreement=seats.agreement.pk) == who | SYSTEM, name
            assert opened(people, known[name], agreement=0) == set(), name
    who = {name for name, actor in people.items() if actor.role in WRITERS}
    assert opened(people, known["writes_agreements"]) == who | SYSTEM


def test_where_nobody_is_named_nobody_pays_or_judges(seats):
    people, bare = seats.people, seats.unnamed()
    assert may(people, pays, bare) == may(people, assesses, bare) == set()
    assert may(people, calls_for_requisitions, bare) == seats.at("owner", SEND) | SYSTEM
    assert may(people, drafts_contracts, bare) == seats.at("owner", WRITE) | SYSTEM
    assert may(people, follows_money, bare) == seats.at("owner") | SYSTEM


def test_a_draft_is_read_by_those_it_names_and_what_is_decided_by_all(seats):
    known = rules(permissions)
    AgreementParty.objects.create(agreement=seats.agreement, body=seats.world.varberg)
    near = seats.all_four | {"also_mora"} | SYSTEM

    def readers():
        who = may(seats.people, reads_agreement, seats.agreement)
        for name in ("reads_money_agreement", "reads_contracts_of"):
            assert opened(seats.people, known[name], agreement=seats.agreement.pk) == who
        return who

    assert readers() == near
    assert may(seats.people, reads_agreement, seats.unnamed()) == seats.at("owner") | SYSTEM
    decided(seats.agreement)
    assert readers() == set(seats.people)


def test_receivers_are_seen_by_name_by_the_county_and_who_follows_the_money(seats, world):
    places = [world.mora, world.school, world.dalarna, world.clinic, world.laholm, seats.board]
    everyone = set(places)
    table = {
        "owner_member": everyone,
        "orderer_member": everyone,
        "payer_member": everyone,
        "assessor_member": everyone,
        "system": everyone,
        "dalarna": {world.mora, world.school, world.dalarna, world.clinic},
        "dalarna_member": {world.mora, world.school, world.dalarna, world.clinic},
        "halland": {world.laholm},
        "mora_member": {world.mora, world.school},
        "also_mora": {world.mora, world.school},
        "region": {world.clinic},
        "school": {world.school},
        "board": {seats.board},
        "falun": set(),
        "north": set(),
        "secretary": set(),
        "link": set(),
        "nobody": set(),
    }
    for name, seen in table.items():
        found = seen_by_name(seats.people[name], seats.agreement, [one.pk for one in places])
        assert found == {one.pk for one in seen}, name


def test_what_a_body_has_taken_up_is_read_once_the_agreement_is_decided(seats, world):
    known, people = rules(permissions), seats.people
    for predicate, name in ((reads_requisition, "reads_requisition"), (reads_account, "reads_account")):
        Agreement.objects.filter(pk=seats.agreement.pk).update(state=AgreementState.DRAFT)
        agreement = Agreement.objects.get(pk=seats.agreement.pk)
        for who in (seats.all_four | SYSTEM, seats.all_four | AT_MORA | named("dalarna dalarna_member system")):
            assert may(people, predicate, agreement, world.mora.pk) == who
            assert opened(people, known[name], agreement=agreement.pk, body=world.mora.pk) == who
            agreement = decided(agreement)
        assert opened(people, known[name], agreement=0, body=world.mora.pk) == set()


def test_a_bodys_money_is_its_own_and_its_countys_to_see(seats, world):
    known, people = rules(permissions), seats.people
    table = [
        (world.mora, AT_MORA | named("dalarna dalarna_member system")),
        (world.school, named("school dalarna dalarna_member system")),
        (world.laholm, named("laholm halland system")),
        (world.dalarna, named("dalarna dalarna_member system")),
        (seats.board, named("board system")),
    ]
    for place, who in table:
        assert may(people, sees_own_money, place.pk) == who
        assert opened(people, known["sees_own_money"], body=place.pk) == who
        assert may(people, sees_use, place.pk, seats.agreement) == who | seats.all_four
    acts = named("mora mora_approver mora_controller system")
    assert may(people, receives_for, world.mora.pk) == acts
    assert opened(people, known["enters_own_money"], body=world.mora.pk) == acts


def test_a_claim_is_seen_by_the_body_its_county_and_who_follows_the_money(seats, world):
    entry = LedgerEntry.objects.create(
        kind="to_repay", day=clock.today(), ore=1_00, stream=seats.stream, year=2020, source=world.mora,
        entered_at=clock.now(),
    )  # fmt: skip
    claim = RepaymentClaim.objects.create(entry=entry, deadline=clock.today() + dt.timedelta(days=30), reason="Skäl")
    sees = rules(permissions)["sees_claim"]
    who = seats.all_four | AT_MORA | named("dalarna dalarna_member system")
    assert opened(seats.people, sees, claim=claim.pk) == who
    assert opened(seats.people, sees, claim=0) == set()


def test_every_door_has_its_row_in_the_permission_matrix():
    assert rules(permissions).keys() <= EXPECTED.keys()
