"""An agreement drafted, decided by two, frozen and followed by a version."""

import datetime as dt

import pytest

from vaxel.funding import facts
from vaxel.funding.commands.agreements import (
    add_condition,
    create_agreement,
    delete_agreement,
    edit_agreement,
    new_version,
    set_deadlines,
)
from vaxel.funding.commands.deciding import confirm, prepare, send_back
from vaxel.funding.commands.streams import drop_stream, save_stream, set_amounts
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.models import Agreement, Decision, Grant, Payout
from vaxel.funding.tests.money import MKR, decided, drafted, second
from vaxel.network.domain.kinds import Role
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


def granted(decision, body):
    return dict(decision.grants.filter(body=body).values_list("stream__key", "share_ore"))


class TestDecision:
    def test_moras_and_orsas_shares_are_the_published_ones(self, world):
        """S3 1: to the öre, and whole kronor in all."""
        decision = decided(world)
        assert granted(decision, world.mora) == {"handlingsplaner": 39_564_036, "kunskapsbaserad": 19_782_018}
        assert granted(decision, world.orsa) == {"handlingsplaner": 13_411_538, "kunskapsbaserad": 6_705_769}
        assert decision.payouts.get(body=world.mora).payout_ore == 593_461_00
        assert decision.payouts.get(body=world.orsa).payout_ore == 201_173_00

    def test_dalarnas_suicide_prevention_is_the_published_one(self, world):
        assert granted(decided(world), world.dalarna)["suicidprevention"] == 557_770_731

    def test_gotland_is_paid_as_region_and_as_municipality(self, world):
        decision = decided(world)
        kinds = set(decision.payouts.filter(body=world.gotland).values_list("kind", flat=True))
        assert kinds == {"region", "municipality"}

    def test_one_person_does_not_decide_alone(self, world):
        agreement = drafted(world)
        prepare(agreement, by=world.secretary)
        with pytest.raises(Refusal, match="En annan person"):
            confirm(agreement, by=world.secretary)
        assert not Decision.objects.exists()

    def test_a_second_click_finds_it_decided(self, world):
        decision = decided(world)
        with pytest.raises(Refusal, match="beslutad"):
            confirm(decision.agreement, by=second(world))
        assert Decision.objects.count() == 1

    def test_nothing_is_changed_while_it_waits_or_when_it_is_decided(self, world):
        agreement = drafted(world)
        prepare(agreement, by=world.secretary)
        with pytest.raises(Refusal, match="väntar på beslut"):
            edit_agreement(agreement, by=world.secretary, revision=agreement.revision, name="Annat")
        send_back(agreement, by=second(world))
        drop_stream(agreement.streams.first(), by=world.secretary)
        assert agreement.streams.count() == 4

    def test_it_says_so_to_those_above(self, world):
        heard = []
        facts.decided.connect(lambda decision, **_: heard.append(decision), weak=False, dispatch_uid="test")
        try:
            decision = decided(world)
        finally:
            facts.decided.disconnect(dispatch_uid="test")
        assert heard == [decision]

    def test_the_database_keeps_what_is_decided(self, world):
        decided(world)
        with pytest.raises(Exception, match="append-only"):
            Grant.objects.update(share_ore=1)

    def test_a_coordinator_decides_nothing_of_the_secretariats(self, world):
        with pytest.raises(Refusal):
            prepare(drafted(world), by=world.actor(world.dalarna, Role.COORDINATOR))

    @pytest.mark.parametrize("missing", ["orderer_id", "payer_id", "assessor_id"])
    def test_who_orders_pays_and_assesses_is_said_first(self, world, missing):
        with pytest.raises(Refusal, match="Välj vem"):
            prepare(drafted(world, **{missing: None}), by=world.secretary)

    def test_an_agreement_without_streams_is_not_decided(self, world):
        with pytest.raises(Refusal, match="inga inriktningar"):
            prepare(drafted(world, streams=()), by=world.secretary)


class TestDraft:
    def test_a_stale_page_is_refused(self, world):
        agreement = drafted(world)
        edit_agreement(agreement, by=world.secretary, revision=agreement.revision, name="Nytt namn")
        with pytest.raises(Refusal, match="Någon annan"):
            edit_agreement(agreement, by=world.secretary, revision=agreement.revision, name="Mitt namn")

    def test_the_county_gets_time_to_compile(self, world):
        agreement = drafted(world)
        days = {Link.BODY_REPORT: dt.date(2021, 1, 31), Link.COUNTY_REPORT: dt.date(2021, 1, 31)}
        with pytest.raises(Refusal, match="måste ligga efter"):
            set_deadlines(agreement, days, by=world.secretary)
        assert agreement.deadlines.count() == 2, "the earlier days stand"

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"pot_ore": -1}, "mindre än noll"),
            ({"pot_ore": 5, "base_ore": 6, "allocation": "base_and_population"}, "större än potten"),
            ({"reference_date": None}, "folkmängd"),
            ({"key": "suicidprevention"}, "redan en inriktning"),
            ({"title": " "}, "heter"),
        ],
    )
    def test_a_stream_that_cannot_be_is_refused(self, world, fields, sentence):
        agreement = drafted(world)
        plain = {"key": "ny", "title": "Ny", "pot_ore": MKR, "receivers": "county", "allocation": "population"}
        with pytest.raises(Refusal, match=sentence):
            save_stream(agreement, by=world.secretary, **{**plain, "reference_date": dt.date(2019, 11, 1), **fields})
        assert agreement.streams.count() == 5

    def test_entered_amounts_are_granted_as_they_stand(self, world):
        agreement = drafted(world, streams=())
        stream = save_stream(
            agreement,
            by=world.secretary,
            title="Ungdomsmottagningar",
            pot_ore=9_00,
            receivers="county",
            allocation="entered",
        )
        amounts = {world.dalarna.pk: 4_00, world.halland.pk: 3_00, world.gotland_county.pk: 2_00}
        set_amounts(stream, amounts, by=world.secretary)
        prepare(agreement, by=world.secretary)
        confirm(agreement, by=second(world))
        assert dict(Grant.objects.values_list("body", "share_ore")) == amounts

    def test_a_draft_can_be_thrown_away(self, world):
        agreement = drafted(world)
        delete_agreement(agreement, by=world.secretary)
        assert not Agreement.objects.exists()


class TestNewVersion:
    def test_it_begins_with_the_same_terms_and_replaces_when_it_is_decided(self, world):
        old = decided(world)
        made = new_version(old.agreement, by=world.secretary)
        assert [stream.key for stream in made.streams.all()] == [stream.key for stream in old.agreement.streams.all()]
        save_stream(made, by=world.secretary, stream=made.streams.get(key="suicidprevention"), pot_ore=100 * MKR)
        prepare(made, by=world.secretary)
        confirm(made, by=second(world))
        old.agreement.refresh_from_db()
        assert old.agreement.state == AgreementState.REPLACED
        assert Payout.objects.filter(decision=old).exists(), "what was decided stands"

    def test_there_is_one_at_a_time(self, world):
        old = decided(world)
        new_version(old.agreement, by=world.secretary)
        with pytest.raises(Refusal, match="redan ett utkast"):
            new_version(old.agreement, by=world.secretary)

    def test_conditions_follow(self, world):
        agreement = drafted(world)
        add_condition(agreement, "Delredovisning", by=world.secretary, kind="interim_account", opens_next_year=True)
        prepare(agreement, by=world.secretary)
        confirm(agreement, by=second(world))
        made = new_version(agreement, by=world.secretary)
        assert made.conditions.get().opens_next_year


def test_a_county_begins_no_agreement_for_the_secretariat(world):
    with pytest.raises(Refusal):
        create_agreement(by=world.actor(world.falun), owner_id=world.secretariat.pk, year=2020, name="X")
