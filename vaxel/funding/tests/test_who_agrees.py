"""Who may: a county pools and proposes, each party answers and signs for itself, and who receives the money shares it out."""

import pytest

from vaxel.calendar import clock
from vaxel.funding import permissions
from vaxel.funding.models import Contract, ContractParty, Pool, PoolPart
from vaxel.funding.permissions import (
    answers_part,
    edits_contract,
    party_to,
    pools_at,
    reads_contract,
    reads_proposal,
    sees_pool,
    shares_out,
    signs_contract,
    writes_proposal,
)
from vaxel.funding.tests.seats import AT_MORA, IN_DALARNA, SYSTEM, WRITE, make_seats
from vaxel.rounds.tests.who import may, named, opened, rules


@pytest.fixture
def seats(world):
    return make_seats(world)


def test_a_county_pools_by_its_coordinator_and_a_fee_is_asked_by_whoever_acts_for_the_service(seats, world):
    makes = rules(permissions)["makes_pools"]
    table = [
        (world.dalarna, "dalarna"),
        (world.halland, "halland"),
        (world.mora, "mora mora_approver mora_controller"),
        (world.region_dalarna, "region region_approver"),
    ]
    for owner, who in table:
        assert may(seats.people, pools_at, owner) == named(who) | SYSTEM
        assert opened(seats.people, makes, owner=owner.pk) == named(who) | SYSTEM
    assert opened(seats.people, makes, owner=0) == set()


def test_a_pool_is_seen_and_answered_by_its_parties_once_it_is_put_to_them(seats, world, django_assert_num_queries):
    people, known = seats.people, rules(permissions)
    pool = Pool.objects.create(
        owner=world.dalarna, host=world.region_dalarna, title="Samordnare", year=2020, cost_ore=100_00, key="equal"
    )
    mora, orsa = (PoolPart.objects.create(pool=pool, body=one, ore=50_00) for one in (world.mora, world.orsa))
    another = Pool.objects.create(
        owner=world.halland,
        host=world.halland,
        title="Annat",
        year=2020,
        cost_ore=1,
        key="equal",
        proposed_at=clock.now(),
    )
    PoolPart.objects.create(pool=another, body=world.laholm, ore=1)

    def seen():
        who = may(people, sees_pool, pool)
        assert opened(people, known["sees_pool"], pool=pool.pk) == who
        return who

    near = named("dalarna dalarna_member region region_approver") | SYSTEM
    assert seen() == near
    assert opened(people, known["answers_pool_part"], pool=pool.pk) == set()
    pool.proposed_at = clock.now()
    pool.save()
    assert seen() == near | AT_MORA | named("orsa orsa_approver")
    assert opened(people, known["answers_pool_part"], pool=pool.pk) == named("mora mora_approver orsa_approver")
    assert may(people, answers_part, mora) == named("mora mora_approver") | SYSTEM
    assert may(people, answers_part, orsa) == named("orsa_approver") | SYSTEM
    assert opened(people, known["edits_pool"], pool=pool.pk) == named("dalarna") | SYSTEM
    assert opened(people, known["edits_pool"], pool=another.pk) == named("halland") | SYSTEM
    assert opened(people, known["answers_pool_part"], pool=another.pk) == named("laholm")
    with django_assert_num_queries(1):
        opened({"mora": people["mora"]}, known["answers_pool_part"], pool=pool.pk)
    for name in ("sees_pool", "edits_pool", "answers_pool_part"):
        assert opened(people, known[name], pool=0) == set(), name


def test_a_countys_proposal_is_written_by_it_and_read_by_all_in_it(seats, world):
    people, known = seats.people, rules(permissions)
    far = named("halland laholm also_mora") | SYSTEM
    for county, writers, readers in ((world.dalarna, "dalarna", IN_DALARNA), (world.halland, "halland", far)):
        assert may(people, writes_proposal, county.pk) == named(writers) | SYSTEM
        assert may(people, reads_proposal, county.pk) == readers
        assert opened(people, known["writes_proposal"], county=county.pk) == named(writers) | SYSTEM
        assert opened(people, known["reads_proposal"], county=county.pk) == readers


def test_each_party_signs_by_whoever_signs_for_it_and_a_secretariat_by_its_own_mandate(seats, world):
    table = [
        (world.mora, named("mora mora_approver")),
        (world.orsa, named("orsa_approver")),
        (world.secretariat, named("secretary")),
        (seats.bodies["payer"], seats.at("payer", "contact approver secretariat")),
    ]
    for place, who in table:
        assert may(seats.people, signs_contract, place) == who | SYSTEM


@pytest.fixture
def contract(seats, world):
    """The payer's with Mora and Orsa, written by the orderer; not put forward yet. Beside it one that the owner writes."""
    Contract.objects.create(
        agreement=seats.agreement, stream=seats.stream, drafter=seats.bodies["owner"], payer=seats.bodies["owner"],
        body=world.halland,
    )  # fmt: skip
    made = Contract.objects.create(
        agreement=seats.agreement, stream=seats.stream, drafter=seats.bodies["orderer"], payer=seats.bodies["payer"],
        body=world.dalarna,
    )  # fmt: skip
    for party in (seats.bodies["payer"], world.mora, world.orsa):
        ContractParty.objects.create(contract=made, body=party)
    return made


PARTIES = named("mora mora_approver orsa_approver")


def test_a_contract_is_signed_by_the_party_whose_mandate_is_in_use(seats, contract):
    signing = {name: party.body for name, actor in seats.people.items() if (party := party_to(actor, contract))}
    assert set(signing) == PARTIES | seats.at("payer", "contact approver secretariat")
    assert signing["orsa_approver"] == seats.world.orsa
    assert signing["payer_contact"] == seats.bodies["payer"]


def test_who_may_what_with_a_contract(seats, contract):
    people, known = seats.people, rules(permissions)
    write = seats.at("orderer", f"{WRITE} contact") | SYSTEM
    receivers = named("mora mora_approver mora_controller orsa orsa_approver")
    assert may(people, edits_contract, contract) == write
    assert may(people, shares_out, contract) == receivers
    opens = {
        # a draft, then put forward to its parties
        "reads_contract": (
            seats.at("orderer") | SYSTEM,
            seats.all_four | AT_MORA | named("orsa orsa_approver dalarna dalarna_member") | SYSTEM,
        ),
        "edits_contract": (write, write),
        "shares_out_contract": (set(), receivers),
        "keeps_signed_copies": (write, write | PARTIES | seats.at("payer", "contact approver secretariat")),
    }
    for put_forward in (0, 1):
        for name, who in opens.items():
            assert opened(people, known[name], contract=contract.pk) == who[put_forward], (name, put_forward)
            assert opened(people, known[name], contract=0) == set(), name
        assert may(people, reads_contract, contract) == opens["reads_contract"][put_forward]
        Contract.objects.filter(pk=contract.pk).update(proposed_at=clock.now())
