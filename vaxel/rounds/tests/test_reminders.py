"""Reminders as the tick sends them: an outage, a night, two ticks at once, someone who answers meanwhile."""

import datetime as dt

import pytest
import time_machine

from vaxel.calendar.domain.deadlines import SWEDEN
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.reaching import be_away, choose_order
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate, Person
from vaxel.notices import sending
from vaxel.notices.models import FailedAddress, Message
from vaxel.rounds.commands import answers
from vaxel.rounds.commands.deliveries import relay, request_completion
from vaxel.rounds.commands.remind import remind
from vaxel.rounds.commands.rounds import close, prolong
from vaxel.rounds.domain.kinds import Route
from vaxel.rounds.models import Reminder, Round
from vaxel.rounds.tests.at_once import AtOnce
from vaxel.rounds.ticks import announce_sent, remind_all

SENT_ON = dt.datetime(2026, 11, 2, 10, tzinfo=SWEDEN)
DUE = dt.date(2026, 11, 27)  # occasions: 13 and 24 November, 30 November and 4 December


def on(month, day, hour=10):
    return dt.datetime(2026, month, day, hour, tzinfo=SWEDEN)


def tick(moment):
    with time_machine.travel(moment, tick=False):
        announce_sent()
        done = remind_all()
        sending.tick()
    return done


def mailed():
    """{(day, hour): those to whom a reminder left then}"""
    found = {}
    rows = Message.objects.filter(event_key__contains=":reminded-").exclude(sent_at=None)
    for sent_at, body, to_as in rows.order_by("id").values_list("sent_at", "body_id", "to_as"):
        local = sent_at.astimezone(SWEDEN)
        found.setdefault((f"{local:%m-%d}", local.hour), []).append((body, to_as))
    return found


@pytest.fixture
def asked(world):
    """Falun has all four, Mora a contact alone, Varberg only a coordinator above it; the others nobody."""
    with time_machine.travel(SENT_ON, tick=False):
        world.actor(world.falun)
        world.actor(world.falun, deputy=True)
        world.mailbox(world.falun, "registrator@falun.example")
        world.actor(world.dalarna, Role.COORDINATOR)
        world.actor(world.mora)
        sent = world.sent(due=DUE)
    tick(SENT_ON + dt.timedelta(minutes=11))
    return sent


def roles(body):
    return list(Reminder.objects.filter(body=body).order_by("id").values_list("day", "reached"))


def test_each_turn_on_its_day(world, asked):
    for day in range(3, 31):
        tick(on(11, day))
    for day in range(1, 15):
        tick(on(12, day))
    assert roles(world.falun) == [
        (dt.date(2026, 11, 13), "contact"),
        (dt.date(2026, 11, 24), "deputy"),
        (dt.date(2026, 11, 30), "mailbox"),
        (dt.date(2026, 12, 4), "coordinator"),
    ]
    assert [how for _, how in roles(world.mora)] == ["contact", "coordinator"]


def test_a_tick_that_was_not_run_for_a_month_sends_one_and_not_four(world, asked):
    tick(on(12, 9))
    tick(on(12, 9, 14))
    tick(on(12, 10))
    assert roles(world.falun) == [(dt.date(2026, 12, 9), "contact")]
    assert mailed()["12-09", 10].count((world.falun.pk, "contact")) == 1


@pytest.mark.parametrize("moment", [on(11, 13, 6), on(11, 13, 18), on(11, 14), on(11, 15)])
def test_nothing_in_quiet_hours_or_on_a_day_off(asked, moment):
    assert tick(moment) == 0
    assert not Reminder.objects.exists()


def test_by_hand_at_night_leaves_in_the_morning_and_not_at_all_if_it_has_become_needless(world, asked):
    with time_machine.travel(on(11, 6, 21), tick=False):
        remind(asked, by=world.secretary)
    tick(on(11, 7, 12))
    assert mailed() == {}
    with time_machine.travel(on(11, 8, 12), tick=False):
        say(world, asked, world.mora)
    tick(on(11, 9, 8))
    assert list(mailed()) == [("11-09", 8)]
    assert set(mailed()["11-09", 8]) == {(world.falun.pk, "contact"), (world.orsa.pk, "coordinator")}


def say(world, asked, body):
    delivery = world.delivery(asked, body)
    answers.save_draft(delivery, {"q1": "3"}, by=world.actor(body))
    answers.submit(delivery, by=world.actor(body), key=world.key(), received_at=world.now())


def test_who_has_answered_hears_nothing_and_who_is_to_complete_does(world, asked):
    with time_machine.travel(on(11, 10), tick=False):
        say(world, asked, world.mora)
        say(world, asked, world.falun)
        request_completion(
            world.delivery(asked, world.falun),
            "Summan stämmer inte.",
            by=world.secretary,
            key=world.key(),
            received_at=world.now(),
        )
    tick(on(11, 13))
    assert roles(world.mora) == []
    assert roles(world.falun) == [(dt.date(2026, 11, 13), "contact")]
    assert "komplettering" in Message.objects.get(body_id=world.falun.pk, event_key__contains=":reminded-").text


def test_a_new_request_for_completion_begins_the_order_anew(world, asked):
    tick(on(11, 13))
    with time_machine.travel(on(11, 16), tick=False):
        say(world, asked, world.falun)
        request_completion(
            world.delivery(asked, world.falun), "x", by=world.secretary, key=world.key(), received_at=world.now()
        )
    tick(on(11, 24))
    assert [how for _, how in roles(world.falun)] == ["contact", "contact"]


def test_who_is_away_is_passed_by_for_the_stand_in(world, asked):
    contact = Person.objects.get(public_id=world.actor(world.mora).person_id)
    other = Person.objects.create(name="Vik", email="vik@mora.example")
    Mandate.objects.create(body=world.mora, person=other, role=Role.MEMBER)
    with time_machine.travel(on(11, 3), tick=False):
        be_away(contact, world.mora, dt.date(2026, 11, 10), dt.date(2026, 11, 20), by=SYSTEM, stand_in=other)
    tick(on(11, 13))
    assert roles(world.mora) == [(dt.date(2026, 11, 13), "deputy")]
    assert Message.objects.get(body_id=world.mora.pk, event_key__contains=":reminded-").to == "vik@mora.example"


def test_an_address_that_does_not_work_is_passed_by(world, asked):
    address = Person.objects.get(public_id=world.actor(world.falun).person_id).email
    FailedAddress.objects.create(address=address.lower(), since=SENT_ON)
    tick(on(11, 13))
    assert roles(world.falun) == [(dt.date(2026, 11, 13), "deputy")]


def test_the_bodys_own_order_is_followed(world, asked):
    choose_order(world.falun, ["mailbox", "contact"], by=SYSTEM, day=dt.date(2026, 11, 1))
    for moment in (on(11, 13), on(11, 24), on(11, 30), on(12, 4)):
        tick(moment)
    assert [how for _, how in roles(world.falun)] == ["mailbox", "contact"]


def test_what_waits_to_be_passed_on_reminds_the_county_once(world):
    with time_machine.travel(SENT_ON, tick=False):
        world.actor(world.dalarna, Role.COORDINATOR)
        sent = world.sent(due=DUE, route=Route.STEPWISE)
    tick(SENT_ON + dt.timedelta(minutes=11))
    tick(on(11, 13))
    assert [row.matter for row in Reminder.objects.filter(body=world.dalarna)] == ["pass_on"]
    with time_machine.travel(on(11, 14), tick=False):
        by = world.actor(world.dalarna, Role.COORDINATOR)
        bodies = [world.falun.pk, world.mora.pk, world.orsa.pk]
        relay(sent, world.dalarna.pk, bodies, by=by, key=world.key(), received_at=world.now())
    tick(on(11, 24))
    assert Reminder.objects.filter(body=world.dalarna, matter="pass_on").count() == 1


def test_more_time_moves_the_occasions(world, asked):
    with time_machine.travel(on(11, 12), tick=False):
        prolong(asked, dt.date(2026, 12, 18), by=world.secretary, body_ids=[world.falun.pk])
    tick(on(11, 13))
    assert roles(world.falun) == []
    assert roles(world.mora) == [(dt.date(2026, 11, 13), "contact")]
    tick(on(12, 4))
    assert [how for _, how in roles(world.falun)] == ["contact"]


def test_closed_or_without_a_plan_nobody_is_reminded(world, asked):
    Round.objects.filter(pk=asked.pk).update(reminds=False)
    assert tick(on(11, 13)) == 0
    Round.objects.filter(pk=asked.pk).update(reminds=True)
    with time_machine.travel(on(11, 13, 12), tick=False):
        close(asked, by=world.secretary)
    assert tick(on(11, 13, 13)) == 0


@pytest.mark.parametrize("number", [1, 3])
def test_as_many_questions_however_many_are_missing(world, asked, number, django_assert_num_queries):
    for body in (world.orsa, world.varberg, world.laholm)[:number]:
        world.mailbox(body, f"b{body.pk}@example.org")
    tick(on(11, 3))
    Round.objects.update(reminded_on=None)
    with time_machine.travel(on(11, 13), tick=False), django_assert_num_queries(29):
        remind_all()


@pytest.fixture
def at_once(transactional_db, tmp_path):
    return AtOnce(tmp_path)


def test_three_ticks_at_once_remind_each_once(at_once, world, asked):
    with time_machine.travel(on(11, 13), tick=False):
        done = at_once.run(remind_all, remind_all, remind_all)
    assert sum(done) == at_once.see(Reminder.objects.count)
    assert at_once.see(lambda: Reminder.objects.filter(body=world.falun).count()) == 1
