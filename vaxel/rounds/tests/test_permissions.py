"""Who: the sender, the body itself, its county, another county, a peer, the decider, someone with no mandate."""

import pytest

from vaxel.network.actor import NOBODY, SYSTEM
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person
from vaxel.rounds import permissions
from vaxel.rounds.commands import answers, deliveries
from vaxel.rounds.commands.rounds import send
from vaxel.rounds.models import CoWorker, Delivery, Round
from vaxel.ui.refusal import Refusal


@pytest.fixture
def sent(world):
    return world.sent(kinds=["municipality", "region", "unit"])


def act(world):
    return {"key": world.key(), "received_at": world.now()}


def answered(world, sent, body, value="3"):
    delivery = world.delivery(sent, body)
    answers.save_draft(delivery, {"q1": value}, by=world.actor(body))
    answers.submit(delivery, by=world.actor(body), **act(world))
    return delivery


def test_a_draft_is_seen_by_its_owner_alone(world):
    draft = world.draft()
    assert permissions.reads_round(world.secretary, draft)
    for other in (world.actor(world.falun), world.actor(world.dalarna, Role.COORDINATOR), NOBODY):
        assert not permissions.reads_round(other, draft)


def test_a_sent_round_is_seen_by_those_asked_and_those_above(world, sent):
    readers = [
        world.actor(world.falun),
        world.actor(world.dalarna, Role.COORDINATOR),
        world.actor(world.north, Role.PROCESS_LEADER),
    ]
    assert all(permissions.reads_round(reader, sent) for reader in readers)
    assert not permissions.reads_round(NOBODY, sent)
    Round.objects.filter(pk=sent.pk).update(is_public=True)
    assert permissions.reads_round(NOBODY, sent)


def test_who_waits_at_the_county_does_not_see_it_yet(world):
    sent = world.sent(route="stepwise")
    falun = world.actor(world.falun)
    assert not permissions.reads_round(falun, sent)
    assert not Delivery.objects.visible_to(falun).exists()
    deliveries.relay(
        sent, world.dalarna.pk, [world.falun.pk], by=world.actor(world.dalarna, Role.COORDINATOR), **act(world)
    )
    assert permissions.reads_round(falun, sent)
    assert Delivery.objects.visible_to(falun).get().body == world.falun


def test_before_it_opens_only_the_sender_sees_it(world):
    import datetime as dt

    sent = world.sent(opens=world.today() + dt.timedelta(days=2))
    assert not permissions.reads_round(world.actor(world.falun), sent)
    assert permissions.reads_round(world.secretary, sent)
    assert Round.objects.visible_to(world.actor(world.falun), world.today() + dt.timedelta(days=2)).exists()


def test_an_answer_is_opened_by_sender_own_and_above_never_by_peers(world, sent):
    mine = answered(world, sent, world.falun)
    mine.refresh_from_db()
    mine = world.delivery(sent, world.falun)
    above = [world.actor(world.dalarna, Role.COORDINATOR), world.actor(world.north, Role.PROCESS_LEADER)]
    for reader in (world.secretary, world.actor(world.falun), *above):
        assert permissions.may_open_answer(reader, mine)
    for peer in (
        world.actor(world.mora),
        world.actor(world.halland, Role.COORDINATOR),
        world.actor(world.south),
        NOBODY,
    ):
        assert not permissions.may_open_answer(peer, mine)


def test_names_of_the_missing_go_to_the_sender_and_the_own_county_alone(world, sent):
    county = world.actor(world.dalarna, Role.COORDINATOR)
    visible = permissions.names_of_missing_visible
    assert visible(world.secretary, sent)
    assert visible(county, sent, world.dalarna.pk)
    assert visible(county, sent, world.falun.pk)
    assert not visible(county, sent)
    assert not visible(county, sent, world.halland.pk)
    assert not visible(world.actor(world.north, Role.PROCESS_LEADER), sent, world.dalarna.pk)
    assert visible(world.actor(world.mora), sent, world.school.pk)  # a principal, of its own units
    assert not visible(world.actor(world.falun), sent, world.dalarna.pk)


def test_a_level_above_the_county_sees_a_delivery_only_once_it_has_answered(world, sent):
    leader = world.actor(world.north, Role.PROCESS_LEADER)
    assert not Delivery.objects.visible_to(leader).exists()
    mine = answered(world, sent, world.falun)
    assert list(Delivery.objects.visible_to(leader)) == [mine]


def test_nobody_decides_for_another_principal(world, sent):
    orsa = world.delivery(sent, world.orsa)
    answers.save_draft(orsa, {"q1": "1"}, by=world.actor(world.orsa))
    answers.submit(orsa, by=world.actor(world.orsa), **act(world))
    others = [world.actor(world.falun, Role.APPROVER), world.actor(world.dalarna, Role.APPROVER), world.secretary]
    for other in (*others, world.actor(world.region_dalarna, Role.APPROVER)):
        with pytest.raises(Refusal) as no:
            answers.decide(orsa, by=other, **act(world))
        assert no.value.status == 403


def test_the_one_who_wrote_does_not_also_decide(world, sent):
    both = world.actor(world.orsa, Role.APPROVER)
    orsa = world.delivery(sent, world.orsa)
    answers.save_draft(orsa, {"q1": "1"}, by=both)
    answers.submit(orsa, by=both, **act(world))
    with pytest.raises(Refusal, match="själv"):
        answers.decide(orsa, by=both, **act(world))
    answers.decide(orsa, by=world.actor(world.orsa, Role.APPROVER, another=1), **act(world))


def test_a_unit_is_approved_by_its_own_principal_alone(world, sent):
    clinic = answered(world, sent, world.clinic)
    clinic = world.delivery(sent, world.clinic)
    for other in (world.actor(world.falun, Role.APPROVER), world.actor(world.dalarna, Role.APPROVER)):
        assert not permissions.approves_unit(other, clinic)
    answers.approve_unit(clinic, by=world.actor(world.region_dalarna, Role.APPROVER), **act(world))


def test_a_principal_is_not_approved_by_anyone_above(world, sent):
    falun = answered(world, sent, world.falun)
    falun = world.delivery(sent, world.falun)
    assert not permissions.approves_unit(world.actor(world.dalarna, Role.APPROVER), falun)


def test_acts_follow_the_mandate_in_use(world, sent):
    mora = world.delivery(sent, world.mora)
    with pytest.raises(Refusal) as no:
        deliveries.confirm_receipt(mora, by=world.actor(world.falun), **act(world))
    assert no.value.status == 403
    member = world.actor(world.mora, Role.MEMBER)
    assert not permissions.acts_for(member, mora)
    assert permissions.confirms(world.actor(world.mora, Role.REGISTRAR), mora)
    assert not permissions.acts_for(world.actor(world.mora, Role.REGISTRAR), mora)


def test_completion_is_asked_for_by_whoever_compiles(world, sent):
    mine = answered(world, sent, world.falun)
    mine = world.delivery(sent, world.falun)
    assert permissions.requests_completion(world.secretary, mine)
    assert permissions.requests_completion(world.actor(world.dalarna, Role.COORDINATOR), mine)
    assert not permissions.requests_completion(world.actor(world.halland, Role.COORDINATOR), mine)
    assert not permissions.requests_completion(world.actor(world.falun), mine)


def test_only_a_coordinator_above_registers_for_a_body(world, sent):
    mine = world.delivery(sent, world.falun)
    assert permissions.registers_for(world.actor(world.dalarna, Role.COORDINATOR), mine)
    for other in (
        world.secretary,
        world.actor(world.halland, Role.COORDINATOR),
        world.actor(world.north, Role.PROCESS_LEADER),
    ):
        assert not permissions.registers_for(other, mine)


def test_several_senders_run_a_round_together_but_the_owner_sends(world):
    draft = world.draft()
    from vaxel.rounds.commands.rounds import edit_round

    edit_round(draft, by=world.secretary, revision=0, senders=[world.region_dalarna.pk], title="Ny rubrik")
    other = world.actor(world.region_dalarna, Role.CONTROLLER)
    assert permissions.is_sender(other, draft)
    assert permissions.edits_round(other, draft)
    assert not permissions.sends_round(other, draft)
    assert not permissions.is_sender(world.actor(world.region_dalarna, Role.CONTACT), draft)


def test_a_co_worker_edits_the_draft_and_nothing_after(world):
    from vaxel.network.models import Person
    from vaxel.rounds.commands.rounds import edit_round, send

    draft, friend = world.draft(), world.actor(world.dalarna, Role.COORDINATOR)
    assert not permissions.edits_round(friend, draft)
    edit_round(draft, by=world.secretary, revision=0, co_workers=[Person.objects.get(public_id=friend.person_id).pk])
    assert permissions.edits_round(friend, draft)
    edit_round(draft, by=friend, revision=1, title="Bättre rubrik", senders=[], co_workers=None)
    for who in ({"senders": [world.dalarna.pk]}, {"co_workers": []}):
        with pytest.raises(Refusal, match="Bara avsändarna") as no:
            edit_round(draft, by=friend, revision=2, title="Annan rubrik", **who)
        assert (no.value.status, draft.senders.count(), draft.co_workers.count()) == (403, 1, 1)
    draft.refresh_from_db()
    assert (draft.title, draft.revision) == ("Bättre rubrik", 2)
    send(draft, by=world.secretary, received_at=world.now())
    assert not permissions.edits_round(friend, draft)


def test_the_system_may_everything_and_nobody_nothing(world, sent):
    falun = world.delivery(sent, world.falun)
    assert permissions.acts_for(SYSTEM, falun)
    assert not permissions.acts_for(NOBODY, falun)
    assert not permissions.creates_round(NOBODY)


def test_who_helped_with_the_draft_sees_the_round_but_no_answer_and_no_name(world):
    """A co-worker is neither sender nor compiler: once it is sent, one's own part is all there is to see."""
    draft, helper = world.draft(), world.actor(world.region_halland)
    CoWorker.objects.create(round=draft, person=Person.objects.get(public_id=helper.person_id))
    send(draft, by=world.secretary, received_at=world.now())
    assert Round.objects.visible_to(helper).filter(pk=draft.pk).exists()
    assert not Delivery.objects.visible_to(helper).filter(round=draft).exists()
