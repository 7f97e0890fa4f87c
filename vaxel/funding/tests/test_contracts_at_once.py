"""Two at the same moment, on both databases: the last two parties, the same drafts, an edit under a proposal."""

import pytest

from vaxel.funding import facts
from vaxel.funding.commands.contract_drafting import draft_contracts, draft_part, edit_contract
from vaxel.funding.commands.contract_signing import propose_contract, send_back, sign_contract
from vaxel.funding.domain.contract_state import WAITING, ContractState
from vaxel.funding.domain.municipal_share import For
from vaxel.funding.models import Contract, ContractSignature
from vaxel.funding.queries.contract_standing import standing
from vaxel.funding.queries.shares import terms_of
from vaxel.funding.tests.money_world import decided
from vaxel.rounds.tests.at_once import AtOnce
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal


@pytest.fixture
def at_once(transactional_db, tmp_path):
    return AtOnce(tmp_path)


@pytest.fixture
def world(transactional_db):
    return make_world()


@pytest.fixture
def proposed(world):
    (made,) = draft_contracts(decided(world, receivers=[world.south]), by=world.secretary)
    return propose_contract(made, by=world.secretary)


def test_the_two_last_sign_at_once_and_it_is_in_force_once(world, proposed, at_once):
    seen = standing(proposed).version.sha256
    people = [world.actor(world.region_halland), world.secretary]
    heard = []
    facts.passed_on.connect(listener := lambda contract, by, **_: heard.append(contract.pk))
    found = at_once.run(*[lambda by=by: sign_contract(proposed, by=by, seen=seen) for by in people])
    facts.passed_on.disconnect(listener)
    assert not [fault for fault in found if isinstance(fault, Exception)], found
    assert heard == [proposed.pk], "said once, by whoever came last"
    assert at_once.see(ContractSignature.objects.count) == 2
    assert at_once.see(lambda: standing(proposed).state) not in {*WAITING, ContractState.DRAFT}


def test_the_same_party_twice_at_once_signs_once(world, proposed, at_once):
    seen, by = standing(proposed).version.sha256, world.actor(world.region_halland)
    found = at_once.run(*[lambda: sign_contract(proposed, by=by, seen=seen)] * 2)
    assert not [fault for fault in found if isinstance(fault, Exception)], found
    assert at_once.see(ContractSignature.objects.count) == 1


def test_signed_while_another_sends_it_back_the_signature_never_binds_the_new_text(world, proposed, at_once):
    seen = standing(proposed).version.sha256
    at_once.run(
        lambda: sign_contract(proposed, by=world.secretary, seen=seen),
        lambda: send_back(proposed, "Fel belopp", by=world.actor(world.region_halland)),
    )
    now = at_once.see(lambda: standing(Contract.objects.get(pk=proposed.pk)))
    assert (now.state, len(now.signatures), now.version.number) == (ContractState.DRAFT, 0, 2)


def test_the_same_stream_drafted_twice_at_once_gives_one_each(world, at_once):
    stream, by = decided(world), world.secretary
    found = at_once.run(*[lambda: draft_contracts(stream, by=by)] * 2)
    assert all(isinstance(one, list | Refusal) for one in found), found
    assert at_once.see(Contract.objects.count) == 2


def test_two_edits_at_once_one_is_told(world, at_once):
    (made,) = draft_contracts(decided(world, receivers=[world.south]), by=world.secretary)
    now, by = standing(made), world.secretary
    found = at_once.run(*[lambda: edit_contract(made, now.version.words, terms_of(now.version), by=by, seen=1)] * 2)
    assert sum(isinstance(one, Refusal) for one in found) == 1, found
    assert at_once.see(made.versions.count) == 2


def test_two_parts_at_once_never_exceed_the_whole(world, proposed, at_once):
    by = world.actor(world.region_halland)
    found = at_once.run(
        *[
            lambda body=body: draft_part(proposed, body.pk, 4_000_000_00, For.MUNICIPAL, by=by)
            for body in (world.laholm, world.varberg)
        ]
    )
    assert sum(isinstance(one, Refusal) for one in found) == 1, found
    assert at_once.see(Contract.objects.filter(parent=proposed).count) == 1
