"""What a sender and a level do while a round runs, and afterwards."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from vaxel.network.domain.kinds import Role
from vaxel.notices.models import Message
from vaxel.rounds.commands import answers, compilations, deliveries, rounds, talk
from vaxel.rounds.commands.remind import remind
from vaxel.rounds.domain.kinds import RoundKind, RoundState, Route
from vaxel.rounds.models import Reminder, Round
from vaxel.rounds.queries.coverage import is_stale, stale_among
from vaxel.rounds.queries.progress import counts, ladder
from vaxel.ui.refusal import Refusal

DAY = dt.timedelta(days=1)


@pytest.fixture
def sent(world):
    return world.sent()


def act(world):
    return {"key": world.key(), "received_at": world.now()}


def answered(world, sent, body, value="3"):
    delivery = world.delivery(sent, body)
    answers.save_draft(delivery, {"q1": value}, by=world.actor(body))
    answers.submit(delivery, by=world.actor(body), **act(world))
    return delivery


def test_only_the_missing_are_reminded_in_the_receivers_own_order(world, sent):
    answered(world, sent, world.falun)
    world.actor(world.mora)
    world.actor(world.orsa, Role.CONTACT, deputy=True)
    world.mailbox(world.varberg, "registrator@varberg.example")
    world.actor(world.halland, Role.COORDINATOR)
    told = remind(sent, by=world.secretary)
    assert (told.count, told.unreachable) == (4, (world.gotland.pk,))
    reached = dict(Reminder.objects.values_list("body_id", "reached"))
    assert reached == {
        world.mora.pk: "contact",
        world.orsa.pk: "deputy",
        world.varberg.pk: "mailbox",
        world.laholm.pk: "coordinator",
        world.gotland.pk: "nobody",
    }
    assert Message.objects.filter(event_key__contains=":reminded-").count() == 4


def test_nobody_is_reminded_twice_the_same_day(world, sent):
    world.actor(world.mora)
    start = world.now()
    with time_machine.travel(start, tick=False):
        assert remind(sent, by=world.secretary).count == 1
        again = remind(sent, by=world.secretary)
        assert (again.count, again.already_today) == (0, 6)
    with time_machine.travel(start + DAY, tick=False):
        assert remind(sent, by=world.secretary).count == 1


def test_a_county_reminds_its_own_and_nobody_elses(world, sent):
    county = world.actor(world.dalarna, Role.COORDINATOR)
    world.actor(world.falun)
    assert remind(sent, by=county, node_id=world.dalarna.pk).count == 3  # two of them through the county itself
    for node in (None, world.halland.pk):
        with pytest.raises(Refusal) as no:
            remind(sent, by=county, node_id=node)
        assert no.value.status == 403


def test_what_waits_at_the_county_is_the_countys_to_hear_of(world):
    sent = world.sent(route="stepwise")
    world.actor(world.dalarna, Role.COORDINATOR)
    world.actor(world.falun)
    told = remind(sent, by=world.secretary)
    assert told.count == 1
    assert Reminder.objects.filter(reached="contact").get().body == world.dalarna


def test_prolonging_moves_the_date_forward_only(world, sent):
    for due in (world.today() - DAY, sent.due):
        with pytest.raises(Refusal) as no:
            rounds.prolong(sent, due, by=world.secretary)
        assert no.value.field == "due"
    rounds.prolong(sent, sent.due + 7 * DAY, by=world.secretary)
    assert Round.objects.get(pk=sent.pk).due == world.today() + 14 * DAY


def test_prolonging_for_one_body_alone(world, sent):
    before = sent.due
    rounds.prolong(sent, before + 7 * DAY, by=world.secretary, body_ids=[world.falun.pk])
    assert world.delivery(sent, world.falun).due == before + 7 * DAY
    assert (world.delivery(sent, world.mora).due, Round.objects.get(pk=sent.pk).due) == (None, before)
    with pytest.raises(Refusal, match="tillfrågade"):
        rounds.prolong(sent, before + 9 * DAY, by=world.secretary, body_ids=[world.clinic.pk])


def test_feedback_needs_words_and_a_closed_round_and_reaches_every_receiver(world, sent):
    for body in (world.falun, world.mora):
        world.actor(body)
    with pytest.raises(Refusal, match="Stäng"):
        rounds.feed_back(sent, "Text", by=world.secretary)
    rounds.close(sent, by=world.secretary)
    with pytest.raises(Refusal) as no:
        rounds.feed_back(sent, " \n", by=world.secretary)
    assert no.value.field == "text"
    assert Round.objects.get(pk=sent.pk).state == RoundState.CLOSED
    rounds.feed_back(sent, "Medlen blir kvar.", by=world.secretary)
    told = Message.objects.filter(event_key__startswith=f"round:{sent.pk}:fed-back:")
    assert set(told.values_list("body_id", flat=True)) == {world.falun.pk, world.mora.pk}
    assert ladder(sent).rows[0].fed_back == 6
    with pytest.raises(Refusal, match="redan skickad"):
        rounds.feed_back(sent, "En gång till", by=world.secretary)


def test_questions_are_answered_and_published_without_who_asked(world, sent):
    asker = world.actor(world.falun)
    enquiry = talk.ask(sent, world.falun.pk, "Räknas timanställda?", by=asker)
    with pytest.raises(Refusal):
        talk.ask(sent, world.mora.pk, "För någon annan", by=asker)
    with pytest.raises(Refusal):
        talk.reply(enquiry, "Ja", True, by=asker)
    talk.reply(enquiry, "Ja, alla.", True, by=world.secretary)
    enquiry.refresh_from_db()
    assert (enquiry.answer, enquiry.is_published) == ("Ja, alla.", True)
    assert Message.objects.filter(event_key=f"round:{sent.pk}:reply-{enquiry.pk}:{world.falun.pk}").exists()


def test_a_correction_reaches_also_those_who_have_answered(world, sent):
    answered(world, sent, world.falun)
    world.actor(world.mora)
    correction = talk.correct(sent, "Fråga 1 gäller hela året.", by=world.secretary)
    told = Message.objects.filter(event_key__startswith=f"round:{sent.pk}:correction-{correction.pk}:")
    assert set(told.values_list("body_id", flat=True)) == {world.falun.pk, world.mora.pk}


def test_a_finished_compilation_shows_when_anything_below_has_changed(world, sent):
    county = world.actor(world.dalarna, Role.COORDINATOR)
    mine = answered(world, sent, world.falun)
    written = compilations.write(sent, world.dalarna.pk, "Länet som helhet", by=county, revision=0)
    assert not is_stale(written)
    done = compilations.finish(sent, world.dalarna.pk, by=county)
    answered(world, sent, world.varberg)  # another county's answer changes nothing here
    assert not is_stale(done)
    answers.save_draft(mine, {"q1": "4"}, by=world.actor(world.falun))
    assert not is_stale(done)  # a draft is never counted
    answers.submit(mine, by=world.actor(world.falun), **act(world))
    assert is_stale(done)
    with pytest.raises(Refusal, match="färdigställd"):
        compilations.write(sent, world.dalarna.pk, "Nytt", by=county, revision=done.revision)
    again = compilations.reopen(sent, world.dalarna.pk, by=county)
    assert not is_stale(again)
    assert not is_stale(compilations.finish(sent, world.dalarna.pk, by=county))


def test_the_ladder_counts_what_lies_in_a_finished_part(world, sent):
    answered(world, sent, world.falun)
    answered(world, sent, world.varberg)
    compilations.finish(sent, world.dalarna.pk, by=world.actor(world.dalarna, Role.COORDINATOR))
    (row,) = ladder(sent).rows[:1]
    assert (row.answered, row.compiled) == (2, 1)


def test_a_level_compiles_its_own_part_and_the_senders_the_whole(world, sent):
    county = world.actor(world.dalarna, Role.COORDINATOR)
    for node in (world.halland.pk, None):
        with pytest.raises(Refusal) as no:
            compilations.finish(sent, node, by=county)
        assert no.value.status == 403
    whole = compilations.finish(sent, None, by=world.secretary)
    assert whole.node_id == sent.owner_id
    assert ladder(sent).rows[0].compiled == 0  # nobody has answered
    deliveries.nothing_to_report(world.delivery(sent, world.mora), "", by=world.actor(world.mora), **act(world))
    assert is_stale(whole)


def test_gotland_counts_in_both_kinds_and_once_in_all(world):
    sent = world.sent(kinds=["municipality", "region"])
    gotland = answered(world, sent, world.gotland)
    assert {str(row.kind): (row.total, row.answered) for row in ladder(sent).rows} == {
        "municipality": (6, 1),
        "region": (3, 1),
    }
    assert (counts(sent).asked, counts(sent).answered) == (8, 1)
    assert counts(sent, kind="region").asked + counts(sent, kind="municipality").asked == 9
    assert gotland.round.deliveries.count() == 8


def test_whoever_has_confirmed_a_mailing_is_not_reminded_of_it(world):
    mailing = world.sent(kind=RoundKind.MAILING)
    deliveries.confirm_receipt(world.delivery(mailing, world.falun), by=world.actor(world.falun), **act(world))
    remind(mailing, by=world.secretary)
    reminded = set(Reminder.objects.filter(round=mailing).values_list("body_id", flat=True))
    assert world.mora.pk in reminded
    assert world.falun.pk not in reminded


def test_a_body_with_a_later_day_of_its_own_never_gets_an_earlier_one(world, sent):
    later = sent.due + 9 * DAY
    rounds.prolong(sent, later, by=world.secretary, body_ids=[world.falun.pk])
    with pytest.raises(Refusal) as no:
        rounds.prolong(sent, later - 2 * DAY, by=world.secretary, body_ids=[world.falun.pk, world.mora.pk])
    assert no.value.field == "due"
    assert world.delivery(sent, world.falun).due == later
    assert world.delivery(sent, world.mora).due is None


def test_more_time_is_told_to_those_who_have_the_round_and_gain_by_it(world):
    stepwise = world.sent(route=Route.STEPWISE)
    by, county = world.actor(world.dalarna, Role.COORDINATOR), world.dalarna.pk
    world.mailbox(world.falun, "falun@example.org")
    world.mailbox(world.mora, "mora@example.org")
    world.mailbox(world.orsa, "orsa@example.org")
    deliveries.relay(stepwise, county, [world.falun.pk, world.mora.pk], by=by, **act(world))
    rounds.prolong(stepwise, stepwise.due + 9 * DAY, by=world.secretary, body_ids=[world.mora.pk])
    rounds.prolong(stepwise, stepwise.due + 5 * DAY, by=world.secretary)
    told = Message.objects.filter(event_key__contains=f"prolonged-{stepwise.due}").values_list("body_id", flat=True)
    assert set(told) == {world.falun.pk}


def test_more_time_for_named_bodies_is_told_to_those_of_them_who_owe_something(world, sent):
    for body in (world.falun, world.mora, world.varberg):
        world.mailbox(body, f"{body.pk}@example.org")
    answered(world, sent, world.falun)
    asked_again = answered(world, sent, world.varberg)
    county = world.actor(world.halland, Role.COORDINATOR)
    deliveries.request_completion(asked_again, "Skriv vad ni har köpt.", by=county, **act(world))
    named = [world.falun.pk, world.mora.pk, world.varberg.pk]
    rounds.prolong(sent, sent.due + 5 * DAY, by=world.secretary, body_ids=named)
    told = Message.objects.filter(event_key__contains=":prolonged-").values_list("body_id", flat=True)
    assert set(told) == {world.mora.pk, world.varberg.pk}
    assert world.delivery(sent, world.falun).due == sent.due + 5 * DAY  # it may still change its answer


def test_a_county_that_sends_itself_compiles_the_whole_of_its_round(world):
    """Its own level and the whole are one compilation, whichever address it was finished from."""
    county = world.actor(world.dalarna, Role.COORDINATOR)
    asked = world.sent(by=county, owner=world.dalarna)  # also municipalities outside the county
    made = compilations.finish(asked, world.dalarna.pk, by=county)
    assert not is_stale(made)
    answered(world, asked, world.varberg)
    assert is_stale(made)


def test_which_compilations_are_stale_is_one_pass_however_many(world, sent):
    parts = [world.dalarna, world.halland, world.gotland_county]
    made = [compilations.finish(sent, one.pk, by=world.actor(one, Role.COORDINATOR)) for one in parts]
    answered(world, sent, world.falun)
    assert stale_among(sent, made) == {one.pk for one in made if is_stale(one)} == {made[0].pk}
    with CaptureQueriesContext(connection) as one:
        stale_among(sent, made[:1])
    with CaptureQueriesContext(connection) as three:
        stale_among(sent, made)
    assert len(one) == len(three) == 1


def test_a_correction_also_reaches_those_it_was_passed_on_to_besides(world, sent):
    """What was wrong was wrong for the clinic too, though it was never asked."""
    world.mailbox(world.clinic, "kliniken@example.org")
    county = world.actor(world.dalarna, Role.COORDINATOR)
    deliveries.relay(sent, world.dalarna.pk, [world.clinic.pk], by=county, **act(world))
    correction = talk.correct(sent, "Fråga 1 gäller 2026.", by=world.secretary)
    told = Message.objects.filter(event_key__contains=f"correction-{correction.pk}").values_list("body_id", flat=True)
    assert world.clinic.pk in told
