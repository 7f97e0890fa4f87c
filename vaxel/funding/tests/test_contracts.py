"""A contract from the decided agreement to its last account: drafted in one step, signed by each, shared out, replaced."""

import datetime as dt

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction

from vaxel import journal
from vaxel.funding import facts
from vaxel.funding.commands.contract_drafting import draft_contracts, draft_part, edit_contract
from vaxel.funding.commands.contract_sealing import seal_contract
from vaxel.funding.commands.contract_signing import (
    account_for,
    end_contract,
    propose_contract,
    register_copy,
    replace_contract,
    send_back,
    sign_contract,
)
from vaxel.funding.commands.opening import open_ledger
from vaxel.funding.documents.contract_pdf import ContractSheet, contract_pdf
from vaxel.funding.documents.seal import seal
from vaxel.funding.domain.contract_state import ContractState
from vaxel.funding.domain.contract_terms import kronor
from vaxel.funding.domain.contract_text import ContractText
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.domain.municipal_share import For
from vaxel.funding.models import Contract, ContractSignature, ContractVersion, PocketBalance
from vaxel.funding.permissions import reads_contract
from vaxel.funding.queries.contract_standing import standing
from vaxel.funding.queries.shares import shares_of, terms_of
from vaxel.funding.queries.verifying import Verdict, by_hash, verify
from vaxel.funding.tests.money_world import SIX_MILLION, decided
from vaxel.network.domain.kinds import Role
from vaxel.notices.models import Message
from vaxel.rounds.tests.world import make_world
from vaxel.text.domain.section_diff import Section
from vaxel.ui.refusal import Refusal

pytestmark = pytest.mark.django_db
SPRING = dt.datetime(2026, 4, 15, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def in_april(settings, tmp_path):
    settings.DATA, settings.SEAL_KEY = tmp_path, ""
    with time_machine.travel(SPRING, tick=False):
        yield


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def contracts(world):
    return draft_contracts(decided(world), by=world.secretary)


@pytest.fixture
def south(world, contracts):
    """Between Region Halland and the secretariat: the fewest signatures."""
    return next(one for one in contracts if one.body_id == world.south.pk)


def read(contract):
    return standing(Contract.objects.get(pk=contract.pk))


def sign(world, contract, body):
    role = Role.SECRETARIAT if body == world.secretariat else Role.CONTACT
    return sign_contract(contract, by=world.actor(body, role), seen=read(contract).version.sha256)


@pytest.fixture
def signed(world, south):
    propose_contract(south, by=world.secretary)
    for body in (world.region_halland, world.secretariat):
        sign(world, south, body)
    return south


def part(world, parent, body=None, *, ore=1_800_000_00, to=For.MUNICIPAL, by_all=True):
    by = world.actor(world.region_halland)
    made = draft_part(parent, (body or world.laholm).pk, ore, to, by=by)
    if by_all:
        propose_contract(made, by=by)
        for one in (world.region_halland, body or world.laholm):
            sign(world, made, one)
    return made


# -- drafted -----------------------------------------------------------------------------------------------------------


def test_one_step_drafts_a_contract_with_every_healthcare_region(world, contracts):
    assert [one.body for one in contracts] == [world.north, world.south]
    assert {read(one).state for one in contracts} == {ContractState.DRAFT}


def test_the_parties_are_the_regions_of_it_and_the_payer(world, contracts):
    """Halland's region lies in both healthcare regions, and signs both."""
    bodies = [{party.body for party in read(one).parties} for one in contracts]
    assert bodies[0] == {world.region_dalarna, world.region_halland, world.gotland, world.secretariat}
    assert bodies[1] == {world.region_halland, world.secretariat}


def test_the_words_say_what_the_source_says(south):
    said = read(south).version.text
    whole = said.title + "".join(one.text for one in said.clauses)
    for words in (
        "Region Halland", "Nationella sekretariatet", "Södra sjukvårdsregionen", kronor(SIX_MILLION), "30 procent",
        kronor(1_800_000_00), "**3500**", "31 oktober 2026", "31 januari 2027",
    ):  # fmt: skip
        assert words in whole
    assert "{" not in whole


def test_what_the_agreement_does_not_ask_is_not_in_the_words(world):
    (made,) = draft_contracts(decided(world, least=None, receivers=[world.south]), by=world.secretary)
    whole = "".join(one.text for one in read(made).version.text.clauses)
    assert "procent" not in whole
    assert shares_of([read(made)]) == {made.pk: None}


def test_drafting_again_drafts_only_what_is_not_there(world, contracts):
    assert draft_contracts(contracts[0].stream, by=world.secretary) == []


def test_nothing_is_drafted_before_the_decision_or_by_a_receiver(world):
    stream = decided(world)
    with pytest.raises(Refusal) as no:
        draft_contracts(stream, by=world.actor(world.region_halland))
    assert no.value.status == 403
    stream.agreement.state = AgreementState.DRAFT
    stream.agreement.save()
    with pytest.raises(Refusal, match="beslutad"):
        draft_contracts(stream, by=world.secretary)


def test_the_parties_do_not_see_a_draft(world, south):
    assert reads_contract(world.secretary, south)
    assert not reads_contract(world.actor(world.region_halland), south)
    propose_contract(south, by=world.secretary)
    assert reads_contract(world.actor(world.region_halland), south)
    assert not reads_contract(world.actor(world.region_dalarna), south)
    assert not reads_contract(world.actor(world.laholm), south)


# -- edited ------------------------------------------------------------------------------------------------------------


def edited(world, contract, *, words=None, seen=None, **terms):
    now = read(contract)
    new = terms_of(now.version).__class__(**{**terms_of(now.version).__dict__, **terms})
    return edit_contract(
        contract, words or now.version.words, new, by=world.secretary, seen=seen or now.version.number, why="Ny summa"
    )


def test_a_changed_sum_changes_every_place_it_stands(world, south):
    made = edited(world, south, total_ore=7_000_000_00)
    assert made.number == 2
    whole = "".join(one.text for one in made.text.clauses)
    assert kronor(7_000_000_00) in whole
    assert kronor(SIX_MILLION) not in whole
    assert made.sha256 != south.versions.get(number=1).sha256


def test_two_who_edit_do_not_write_over_each_other(world, south):
    edited(world, south, total_ore=7_000_000_00)
    with pytest.raises(Refusal, match="Någon annan"):
        edited(world, south, seen=1)


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ({"total_ore": 0}, "större än noll"),
        ({"planned_municipal_ore": SIX_MILLION + 1}, "mer än hela"),
        ({"ends": dt.date(2025, 1, 1)}, "sista dag"),
        ({"final_on": dt.date(2026, 10, 31)}, "Slutredovisningen"),
        ({"municipal_by": dt.date(2026, 11, 1)}, "delredovisningen"),
        ({"reference": ""}, "{referenskod}"),
    ],
)
def test_terms_that_do_not_hang_together_are_refused_and_nothing_is_stored(world, south, terms, says):
    with pytest.raises(Refusal) as no:
        edited(world, south, **terms)
    assert says in no.value.message
    assert south.versions.count() == 1


def test_an_unknown_place_is_refused_by_its_name(world, south):
    words = ContractText("Avtal", (Section("a", "A", "Vi får {summan}"),))
    with pytest.raises(Refusal, match=r"\{summan\}"):
        edited(world, south, words=words)


def test_what_is_proposed_is_not_edited(world, south):
    propose_contract(south, by=world.secretary)
    with pytest.raises(Refusal, match="framlagt"):
        edited(world, south)


# -- signed ------------------------------------------------------------------------------------------------------------


def test_each_party_signs_for_itself_and_the_last_puts_it_in_force(world, south, mailboxes):
    heard = []
    facts.passed_on.connect(listener := lambda contract, by, **_: heard.append(contract))
    propose_contract(south, by=world.secretary)
    assert read(south).state == ContractState.PROPOSED
    sign(world, south, world.region_halland)
    assert read(south).state == ContractState.PARTLY_SIGNED
    assert heard == []
    sign(world, south, world.secretariat)
    assert read(south).state == ContractState.IN_FORCE
    assert heard == [south], "once, by the last"
    facts.passed_on.disconnect(listener)
    assert [one.words for one in journal.of(south)][:3] == [
        "skrev under avtalet",
        "skrev under avtalet",
        "lade fram avtalet för parterna",
    ]
    subjects = set(Message.objects.values_list("subject", flat=True))
    assert {f"Avtal att skriva under: {south.number}", f"Undertecknat av alla: {south.number}"} <= subjects


@pytest.fixture
def mailboxes(world):
    for n, body in enumerate((world.region_halland, world.secretariat)):
        world.mailbox(body, f"brev{n}@exempel.example")


def test_signing_twice_is_signing_once(world, signed):
    again = sign(world, signed, world.region_halland)
    assert ContractSignature.objects.count() == 2
    assert again.party.body == world.region_halland


def test_a_signature_binds_the_words_that_were_read(world, south):
    propose_contract(south, by=world.secretary)
    with pytest.raises(Refusal, match="Läs den nya lydelsen"):
        sign_contract(south, by=world.actor(world.region_halland), seen="0" * 64)
    assert sign(world, south, world.region_halland).sha256 == read(south).version.sha256


@pytest.mark.parametrize("who", ["region_dalarna", "laholm", "halland"])
def test_nobody_signs_for_another(world, south, who):
    propose_contract(south, by=world.secretary)
    with pytest.raises(Refusal) as no:
        sign(world, south, getattr(world, who))
    assert no.value.status == 403


def test_a_controller_at_a_party_does_not_sign(world, south):
    propose_contract(south, by=world.secretary)
    by = world.actor(world.region_halland, Role.CONTROLLER)
    with pytest.raises(Refusal):
        sign_contract(south, by=by, seen=read(south).version.sha256)


def test_sent_back_it_is_a_draft_with_a_reason_and_all_sign_anew(world, south):
    propose_contract(south, by=world.secretary)
    sign(world, south, world.secretariat)
    with pytest.raises(Refusal, match="varför"):
        send_back(south, " ", by=world.actor(world.region_halland))
    send_back(south, "Fel belopp", by=world.actor(world.region_halland))
    now = read(south)
    assert (now.state, now.version.number, now.version.why) == (ContractState.DRAFT, 2, "Fel belopp")
    propose_contract(south, by=world.secretary)
    assert read(south).state == ContractState.PROPOSED


def test_a_contract_not_signed_by_its_last_day_still_waits(world, south):
    propose_contract(south, by=world.secretary)
    with time_machine.travel(dt.datetime(2028, 1, 1, tzinfo=dt.UTC)):
        assert read(south).state == ContractState.PROPOSED


def test_time_ends_what_is_signed(world, signed):
    with time_machine.travel(dt.datetime(2026, 12, 31, 22, 59, tzinfo=dt.UTC)):
        assert read(signed).state == ContractState.IN_FORCE
    with time_machine.travel(dt.datetime(2026, 12, 31, 23, tzinfo=dt.UTC)):
        assert read(signed).state == ContractState.ENDED, "midnight in Stockholm"


# -- by hand -----------------------------------------------------------------------------------------------------------

PAPER = contract_pdf(ContractSheet("Avtal", (Section("a", "A", "Undertecknat för hand"),), (), "0" * 64))


def paper(world, contract, by, *bodies, same_text=True, day=dt.date(2026, 4, 10), content=PAPER):
    upload = SimpleUploadedFile("papper.pdf", content)
    return register_copy(contract, upload, by=by, signed_on=day, bodies=[one.pk for one in bodies], same_text=same_text)


def test_a_paper_signs_for_those_on_it_and_says_who_read_it(world, south):
    propose_contract(south, by=world.secretary)
    made = paper(world, south, world.secretary, world.region_halland, world.secretariat)
    assert read(south).state == ContractState.IN_FORCE
    assert made.said_by == world.secretary.person_id
    assert {one.signed_on for one in ContractSignature.objects.all()} == {dt.date(2026, 4, 10)}


def test_a_party_registers_its_own_signature_alone(world, south):
    propose_contract(south, by=world.secretary)
    by = world.actor(world.region_halland)
    with pytest.raises(Refusal):
        paper(world, south, by, world.region_halland, world.secretariat)
    paper(world, south, by, world.region_halland)
    assert read(south).state == ContractState.PARTLY_SIGNED


def test_a_paper_wants_someone_to_say_that_the_words_are_the_same(world, south):
    propose_contract(south, by=world.secretary)
    for wrong in ({"same_text": False}, {"day": dt.date(2026, 4, 16)}, {"content": b"MZ inte en pdf"}):
        with pytest.raises(Refusal):
            paper(world, south, world.secretary, world.secretariat, **wrong)
    with pytest.raises(Refusal, match="Välj vilka"):
        paper(world, south, world.secretary)
    assert read(south).state == ContractState.PROPOSED
    assert not ContractSignature.objects.exists()


# -- shared out, and the 30 % ------------------------------------------------------------------------------------------


def test_planned_agreed_and_accounted_are_three_answers(world, signed):
    found = shares_of([read(signed)])[signed.pk]
    assert (found.planned.holds, found.agreed.holds, found.accounted.holds) == (True, False, None)
    assert found.needs_you
    assert found.days_left == 199
    part(world, signed, ore=1_000_000_00)
    found = shares_of([read(signed)])[signed.pk]
    assert (found.agreed.municipal_ore, found.agreed.lacks_ore) == (1_000_000_00, 800_000_00)
    part(world, signed, world.varberg, ore=800_000_00)
    found = shares_of([read(signed)])[signed.pk]
    assert found.agreed.holds
    assert not found.needs_you
    account_for(signed, dt.date(2026, 4, 1), 100_00, 20_00, by=world.actor(world.region_halland))
    found = shares_of([read(signed)])[signed.pk]
    assert (found.accounted.holds, found.agreed.holds) == (False, True)


def test_only_signed_contracts_with_municipalities_count(world, signed):
    part(world, signed, by_all=False)
    part(world, signed, world.varberg, ore=100_00, to=For.OWN)
    assert shares_of([read(signed)])[signed.pk].agreed.municipal_ore == 0


def test_nothing_is_agreed_while_the_whole_is_unsigned(world, south):
    assert shares_of([read(south)])[south.pk].agreed.share is None


def test_the_parts_are_never_more_than_the_whole(world, signed):
    part(world, signed, ore=5_000_000_00, by_all=False)
    with pytest.raises(Refusal, match="1\u00a0000\u00a0000 kronor kvar"):
        part(world, signed, world.varberg, ore=1_000_000_01, by_all=False)


def test_a_part_is_shared_out_by_a_receiver_and_never_by_the_payer(world, signed):
    with pytest.raises(Refusal) as no:
        draft_part(signed, world.laholm.pk, 100, For.MUNICIPAL, by=world.secretary)
    assert no.value.status == 403
    made = part(world, signed)
    assert (made.payer, made.body, made.drafter) == (world.region_halland, world.laholm, world.region_halland)
    assert signed.number in made.versions.get().text.clauses[0].text


def test_the_parties_above_see_a_part_once_it_is_proposed(world, signed):
    made = part(world, signed, by_all=False)
    assert not reads_contract(world.secretary, made)
    propose_contract(made, by=world.actor(world.region_halland))
    assert reads_contract(world.secretary, made)
    assert reads_contract(world.actor(world.laholm), made)
    assert not reads_contract(world.actor(world.varberg), made)


def test_a_signed_part_moves_its_money_in_the_ledger_once(world, south):
    """The grant is the healthcare region's already; only what goes on to the municipality moves."""
    open_ledger(south.agreement.decision, by=world.secretary)
    propose_contract(south, by=world.secretary)
    for body in (world.region_halland, world.secretariat):
        sign(world, south, body)
    part(world, south, ore=1_800_000_00)
    balances = dict(PocketBalance.objects.filter(stream=south.stream).values_list("body", "left"))
    assert balances[world.south.pk] == SIX_MILLION - 1_800_000_00
    assert balances[world.laholm.pk] == 1_800_000_00


def test_an_account_is_within_the_sum_and_the_day(world, signed):
    by = world.actor(world.region_halland)
    for day, used, municipal in (
        (dt.date(2026, 4, 16), 100, 50),
        (dt.date(2026, 4, 1), SIX_MILLION + 1, 0),
        (dt.date(2026, 4, 1), 100, 101),
    ):
        with pytest.raises(Refusal):
            account_for(signed, day, used, municipal, by=by)
    with pytest.raises(Refusal):
        account_for(signed, dt.date(2026, 4, 1), 100, 50, by=world.secretary)


# -- ended, replaced, kept ---------------------------------------------------------------------------------------------


def test_a_party_ends_it_before_time_with_a_reason(world, signed):
    by = world.actor(world.region_halland)
    for day in (dt.date(2026, 4, 14), dt.date(2027, 1, 1)):
        with pytest.raises(Refusal):
            end_contract(signed, day, "Upphör", by=by)
    end_contract(signed, dt.date(2026, 6, 1), "Upphör", by=by)
    assert read(signed).state == ContractState.IN_FORCE
    with time_machine.travel(dt.datetime(2026, 6, 1, 9, tzinfo=dt.UTC)):
        assert read(signed).state == ContractState.ENDED


def test_the_old_one_holds_until_all_have_signed_the_new_and_its_parts_follow(world, signed):
    old_part = part(world, signed)
    new = replace_contract(signed, by=world.secretary)
    with pytest.raises(Refusal, match="redan ett utkast"):
        replace_contract(signed, by=world.secretary)
    propose_contract(new, by=world.secretary)
    sign(world, new, world.secretariat)
    assert read(signed).state == ContractState.IN_FORCE
    sign(world, new, world.region_halland)
    assert read(signed).state == ContractState.REPLACED
    old_part.refresh_from_db()
    assert old_part.parent == new
    assert shares_of([read(new)])[new.pk].agreed.holds


@pytest.mark.parametrize("table", ["contractversion", "contractsignature"])
def test_what_was_read_and_signed_is_never_changed(signed, table):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE funding_{table} SET sha256 = 'x'")


def test_every_stored_hash_is_of_its_words(world, signed):
    part(world, signed)
    for version in ContractVersion.objects.all():
        kept = version.sha256
        version.keep_hash()
        assert version.sha256 == kept


# -- sealed ------------------------------------------------------------------------------------------------------------


def sealed_bytes(made):
    return bytes(made.attachment.blob.content)


def test_a_sealed_contract_is_known_again(world, signed):
    pdf = sealed_bytes(seal_contract(signed, by=world.secretary))
    found = verify(pdf)
    assert (found.verdict, found.version.contract) == (Verdict.OURS, signed)
    twice = verify(seal(pdf, reason="igen"))
    assert (twice.verdict, twice.version.contract) == (Verdict.OURS_AND_OTHERS, signed)
    assert by_hash(read(signed).version.sha256).contract == signed
    assert by_hash("0" * 64) is None


def test_a_changed_or_foreign_file_is_told_apart(world, signed, settings, tmp_path):
    pdf = sealed_bytes(seal_contract(signed, by=world.secretary))
    changed = bytearray(pdf)
    changed[5000] ^= 1
    assert verify(bytes(changed)).verdict in {Verdict.ALTERED, Verdict.UNREADABLE}
    assert verify(PAPER).verdict == Verdict.UNSEALED
    assert verify(b"hej").verdict == Verdict.UNREADABLE
    start = pdf[: pdf.index(b"%%EOF") + 6]
    settings.DATA = tmp_path / "annan"
    foreign = seal(start, reason=f"{signed.number}, lydelse 1, SHA-256 {read(signed).version.sha256}")
    settings.DATA = tmp_path
    found = verify(foreign)
    assert (found.verdict, found.version) == (Verdict.STRANGER, None), "a stranger's word names no contract of ours"


def test_an_old_key_is_still_known_when_a_new_one_seals(world, signed, settings, tmp_path):
    pdf = sealed_bytes(seal_contract(signed, by=world.secretary))
    settings.DATA = tmp_path / "ny"
    assert verify(pdf).verdict == Verdict.OURS


def test_only_what_all_have_signed_is_sealed(world, south):
    propose_contract(south, by=world.secretary)
    with pytest.raises(Refusal, match="inte undertecknat"):
        seal_contract(south, by=world.secretary)
