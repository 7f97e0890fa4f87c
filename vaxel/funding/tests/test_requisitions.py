"""Taking up money: by the body's own two persons, in time, stream by stream; what stands follows what is said."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from time_machine import travel

from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import deadline, swedish_day
from vaxel.funding import facts
from vaxel.funding.checks import checks
from vaxel.funding.commands.calling import call_for_requisitions
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.requisition import RequisitionState as S
from vaxel.funding.models import LedgerEntry, Requisition, RequisitionCall, RequisitionStep
from vaxel.funding.tests.claiming import answer, attest, called, delivery_of, requisitioned, values
from vaxel.funding.tests.money import decided, drafted
from vaxel.funding.ticks import lapse_due
from vaxel.network.actor import SYSTEM
from vaxel.network.domain.kinds import Role
from vaxel.notices.models import Message
from vaxel.rounds.commands import acting_by_link, answers, deliveries
from vaxel.rounds.commands.issuing_links import new_link
from vaxel.rounds.commands.rounds import prolong, recall, send
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.domain.state import Outcome, outcome
from vaxel.rounds.models import AnsweringLink
from vaxel.rounds.permissions import writes_joint
from vaxel.rounds.queries.asked import questions_for
from vaxel.rounds.queries.link_targets import LinkTarget
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def told():
    """What the ledger is told: (fact, body, stream key, öre)."""
    heard = []

    def listening(name):
        def listen(sender, *, body, stream, amount_ore, **_rest):
            heard.append((name, body.pk, stream.key, amount_ore))

        return listen

    kept = [(getattr(facts, name), listening(name)) for name in ("requisitioned", "declined", "lapsed", "taken_back")]
    for fact, listener in kept:
        fact.connect(listener)
    yield heard
    for fact, listener in kept:
        fact.disconnect(listener)


def stands(call, body):
    rows = Requisition.objects.filter(call=call, body=body).select_related("stream")
    return {row.stream.key: S(row.state) for row in rows}


def key():
    return {"key": None, "received_at": clock.now()}


def test_the_payer_makes_it_in_one_step(world):
    call = called(world)
    assert call.round.kind == RoundKind.REQUISITION
    assert call.round.two_persons
    assert call.round.due == call.agreement.deadlines.get(link=Link.REQUISITION).day
    granted = set(call.agreement.decision.grants.values_list("body", flat=True))
    assert set(call.round.deliveries.values_list("body", flat=True)) == granted


def test_each_kind_is_asked_of_its_own_streams_and_gotland_of_both(world):
    call = called(world)
    asked = lambda body: {q.label for q in questions_for(delivery_of(call, body)) if q.id.startswith("stream-")}  # noqa: E731
    municipal = {
        "Utvecklingsinsatser utifrån handlingsplaner",
        "Kunskapsbaserad hälso- och sjukvård och socialtjänst",
    }
    assert asked(world.mora) == municipal
    assert asked(world.region_dalarna) == {"Utvecklingsinsatser i regionerna"}
    assert asked(world.dalarna) == {"Suicidprevention", "Brukarmedverkan"}
    assert asked(world.gotland) == municipal | {"Utvecklingsinsatser i regionerna"}


def test_made_twice_it_is_one_and_after_a_recall_another(world):
    decision = decided(world, deadlines={Link.REQUISITION: clock.today() + dt.timedelta(days=30)})
    first = call_for_requisitions(decision.agreement, by=world.secretary)
    assert call_for_requisitions(decision.agreement, by=world.secretary).pk == first.pk
    send(first.round, by=world.secretary, received_at=clock.now())
    recall(first.round, by=world.secretary)
    again = call_for_requisitions(decision.agreement, by=world.secretary)
    assert again.pk != first.pk
    assert RequisitionCall.objects.filter(followed_at=None).get() == again


def test_not_before_it_is_decided_nor_without_a_last_day_nor_by_anyone(world):
    draft = drafted(world)
    with pytest.raises(Refusal, match="inte beslutad"):
        call_for_requisitions(draft, by=world.secretary)
    decision = decided(world, deadlines={}, counted=False)
    with pytest.raises(Refusal, match="ingen sista dag"):
        call_for_requisitions(decision.agreement, by=world.secretary)
    with pytest.raises(Refusal) as no:
        call_for_requisitions(decision.agreement, by=world.actor(world.mora))
    assert no.value.status == 403


def test_taken_up_by_two_persons_to_the_ore(world, told):
    call = called(world)
    assert answer(call, world.mora, by=world.actor(world.mora)) is None
    assert stands(call, world.mora) == {}
    attest(call, world.mora, by=world.actor(world.mora, Role.APPROVER))
    assert stands(call, world.mora) == {"handlingsplaner": S.ACCEPTED, "kunskapsbaserad": S.ACCEPTED}
    assert told == [
        ("requisitioned", world.mora.pk, "handlingsplaner", 39_564_036),
        ("requisitioned", world.mora.pk, "kunskapsbaserad", 19_782_018),
    ]
    step = RequisitionStep.objects.filter(body=world.mora).first()
    assert step.mandate_id == world.actor(world.mora, Role.APPROVER).mandate_id
    assert step.answer.decided_by == world.actor(world.mora, Role.APPROVER).person_id


def test_one_stream_taken_up_and_one_declined_with_a_reason(world, told):
    call = called(world)
    requisitioned(call, world, world.orsa, accept={"handlingsplaner"})
    assert stands(call, world.orsa) == {"handlingsplaner": S.ACCEPTED, "kunskapsbaserad": S.DECLINED}
    assert [row[0] for row in told] == ["requisitioned", "declined"]


def test_declined_as_a_whole(world, told):
    call = called(world)
    deliveries.decline(delivery_of(call, world.mora), "Vi avstår i år.", by=world.actor(world.mora), **key())
    assert set(stands(call, world.mora).values()) == {S.DECLINED}
    assert [row[0] for row in told] == ["declined", "declined"]


def test_taken_back_and_said_anew_the_rows_follow_and_the_history_stays(world, told):
    call = called(world)
    by = world.actor(world.mora)
    requisitioned(call, world, world.mora)
    answers.withdraw(delivery_of(call, world.mora), by=by, **key())
    assert set(stands(call, world.mora).values()) == {S.WAITING}
    requisitioned(call, world, world.mora, accept={"kunskapsbaserad"})
    assert stands(call, world.mora) == {"handlingsplaner": S.DECLINED, "kunskapsbaserad": S.ACCEPTED}
    names = [row[0] for row in told]
    assert names == ["requisitioned"] * 2 + ["taken_back"] * 2 + ["declined", "requisitioned"]
    assert RequisitionStep.objects.filter(body=world.mora).count() == 6


def test_verify_tells_when_what_stands_is_not_what_was_said(world):
    call = called(world)
    requisitioned(call, world, world.mora)
    wrong = lambda: [name for name, right, _fault in checks() if not right]  # noqa: E731
    assert wrong() == []
    Requisition.objects.filter(body=world.mora).update(state=S.DECLINED)
    assert wrong() == ["funding.requisitions"]


def test_the_ledger_follows_and_reverses(world):
    call = called(world)
    requisitioned(call, world, world.orsa, accept={"handlingsplaner"})
    entries = LedgerEntry.objects.filter(source=world.orsa, kind__in=["requisitioned", "declined"])
    booked = {entry.kind: entry.ore for entry in entries}
    assert abs(booked["requisitioned"] - 13_411_538) < 100  # the payout's rounding goes with it
    assert abs(booked["declined"] - 6_705_769) < 100
    answers.withdraw(delivery_of(call, world.orsa), by=world.actor(world.orsa), **key())
    assert entries.filter(reverses=None, reversed_by=None).count() == 0
    requisitioned(call, world, world.orsa)
    standing = entries.filter(reverses=None, reversed_by=None)
    assert {entry.kind for entry in standing} == {"requisitioned"}
    assert standing.count() == 2


def test_no_county_writes_it_jointly(world):
    call = called(world)
    assert not writes_joint(world.actor(world.dalarna, Role.COORDINATOR), call.round, world.dalarna.pk)


def test_the_same_said_again_is_told_once_but_attested_anew(world, told):
    call = called(world)
    requisitioned(call, world, world.mora)
    answer(call, world.mora, by=world.actor(world.mora), giro="902-0033")
    attest(call, world.mora, by=world.actor(world.mora, Role.APPROVER, another=1))
    assert len(told) == 2
    attested = {row.step.mandate_id for row in Requisition.objects.filter(body=world.mora).select_related("step")}
    assert attested == {world.actor(world.mora, Role.APPROVER, another=1).mandate_id}


def test_without_a_giro_or_without_a_choice_nothing_is_sent(world):
    call = called(world)
    by = world.actor(world.mora)
    answer(call, world.mora, by=by, giro="")
    with pytest.raises(Refusal, match="bankgiro"):
        attest(call, world.mora, by=world.actor(world.mora, Role.APPROVER))
    assert stands(call, world.mora) == {}
    assert outcome(delivery_of(call, world.mora).state) == Outcome.SENT


def test_a_body_that_declines_everything_needs_no_giro(world):
    call = called(world)
    answer(call, world.mora, by=world.actor(world.mora), giro="", accept=set())
    attest(call, world.mora, by=world.actor(world.mora, Role.APPROVER))
    assert set(stands(call, world.mora).values()) == {S.DECLINED}


def test_nobody_to_attest_is_told_before_it_waits_for_no_one(world):
    call = called(world)
    with pytest.raises(Refusal, match="attestant"):
        answer(call, world.varberg, by=world.actor(world.varberg, Role.APPROVER))
    assert stands(call, world.varberg) == {}


def test_one_person_is_enough_where_the_payer_says_so_but_never_a_link(world):
    call = called(world, attested=False)
    assert answer(call, world.mora, by=world.actor(world.mora)) is not None
    assert set(stands(call, world.mora).values()) == {S.ACCEPTED}
    link = _link(world, call, world.falun)
    writer = acting_by_link.writing_by(link)
    answers.save_draft(link.delivery, values(call, world.falun), by=writer)
    with pytest.raises(Refusal, match="loggat in"):
        acting_by_link.submit(link, "Någon", "", **key())
    assert stands(call, world.falun) == {}


def test_by_a_link_it_waits_for_the_bodys_own_approver(world):
    call = called(world)
    approver = world.actor(world.falun, Role.APPROVER)
    link = _link(world, call, world.falun)
    answers.save_draft(link.delivery, values(call, world.falun), by=acting_by_link.writing_by(link))
    assert acting_by_link.submit(link, "Någon", "", **key()) is None
    assert stands(call, world.falun) == {}
    attest(call, world.falun, by=approver)
    assert set(stands(call, world.falun).values()) == {S.ACCEPTED}


def test_a_link_gives_no_money_up_either(world):
    call = called(world)
    link = _link(world, call, world.falun)
    with pytest.raises(Refusal, match="loggat in"):
        acting_by_link.decline(link, "Vi vill inte.", "Någon", "", **key())
    assert stands(call, world.falun) == {}


def test_no_county_requisitions_for_a_municipality(world):
    call = called(world)
    mine = delivery_of(call, world.mora)
    source = SimpleUploadedFile("brev.txt", b"Vi rekvirerar allt.")
    with pytest.raises(Refusal, match="uppdrag hos organisationen"):
        answers.answer_on_behalf(
            mine, values(call, world.mora), source, by=world.actor(world.dalarna, Role.COORDINATOR), **key()
        )
    assert stands(call, world.mora) == {}


def test_nothing_to_report_is_no_requisition(world):
    call = called(world)
    with pytest.raises(Refusal, match="Avstå i stället"):
        deliveries.nothing_to_report(delivery_of(call, world.mora), by=world.actor(world.mora), **key())


def test_the_right_lapses_once_with_its_true_day_and_the_body_is_told(world, told):
    call = called(world)
    world.mailbox(world.falun, "kommun@falun.example")
    requisitioned(call, world, world.mora)
    told.clear()
    with travel(clock.now() + dt.timedelta(days=35)):  # Växel was away when the day came
        assert lapse_due() > 0
        assert lapse_due() == 0
    assert set(stands(call, world.falun).values()) == {S.LAPSED}
    assert set(stands(call, world.mora).values()) == {S.ACCEPTED}
    assert {row[0] for row in told} == {"lapsed"}
    step = RequisitionStep.objects.filter(body=world.falun).first()
    assert swedish_day(step.received_at - dt.timedelta(seconds=1)) == call.round.due
    letters = Message.objects.filter(event_key__startswith="funding:requisition:", body_id=world.falun.pk)
    assert letters.count() == 1
    assert "fördelas inte om" in letters.get().text


def test_on_the_last_day_it_is_in_time_and_the_day_after_it_is_not(world):
    call = called(world)
    by, approver = world.actor(world.mora), world.actor(world.mora, Role.APPROVER)
    answer(call, world.mora, by=by)
    with travel(deadline(call.round.due)), pytest.raises(Refusal, match="föll bort"):
        attest(call, world.mora, by=approver)
    assert stands(call, world.mora) == {}
    with travel(deadline(call.round.due) - dt.timedelta(minutes=1)):
        attest(call, world.mora, by=approver)
    assert set(stands(call, world.mora).values()) == {S.ACCEPTED}


def test_whoever_was_given_more_time_keeps_the_right_and_may_use_it_after_it_lapsed_for_others(world, told):
    call = called(world)
    later = call.round.due + dt.timedelta(days=20)
    prolong(call.round, later, by=world.secretary, body_ids=[world.falun.pk])
    with travel(clock.now() + dt.timedelta(days=35)):
        lapse_due()
        assert set(stands(call, world.mora).values()) == {S.LAPSED}
        assert stands(call, world.falun) == {}
        prolong(call.round, later, by=world.secretary, body_ids=[world.mora.pk])
        told.clear()
        requisitioned(call, world, world.mora)
    assert set(stands(call, world.mora).values()) == {S.ACCEPTED}
    assert [row[0] for row in told] == ["taken_back", "requisitioned"] * 2


def test_a_payment_detail_may_be_completed_after_the_last_day(world, told):
    call = called(world)
    requisitioned(call, world, world.mora)
    deliveries.request_completion(delivery_of(call, world.mora), "Bankgirot stämmer inte.", by=world.secretary, **key())
    told.clear()
    with travel(clock.now() + dt.timedelta(days=35)):
        answer(call, world.mora, by=world.actor(world.mora), giro="902-0033")
        attest(call, world.mora, by=world.actor(world.mora, Role.APPROVER))
    assert told == []


def _link(world, call, body):
    delivery, box = delivery_of(call, body), world.mailbox(body, "kommun@example.org")
    made, _secret = new_link(delivery, LinkTarget(body.pk, box.address, mailbox_id=box.pk), SYSTEM)
    made.save()
    return AnsweringLink.objects.select_related("delivery__round", "delivery__body").get(pk=made.pk)
