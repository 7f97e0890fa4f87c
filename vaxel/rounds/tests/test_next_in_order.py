"""Mail that comes back, and people who leave: the next in the body's order gets it at once, and only once."""

import datetime as dt

import pytest
import time_machine

from vaxel.calendar.domain.deadlines import SWEDEN
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.mandates import end_mandate
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate, Person
from vaxel.notices import sending
from vaxel.notices.bouncing import mark_failed
from vaxel.notices.models import Message
from vaxel.rounds.commands import answers
from vaxel.rounds.commands.hand_over import hand_over
from vaxel.rounds.commands.next_in_order import try_next
from vaxel.rounds.models import AnsweringLink, Reminder
from vaxel.rounds.ticks import announce_sent, remind_all

SENT_ON = dt.datetime(2026, 11, 2, 10, tzinfo=SWEDEN)
DUE = dt.date(2026, 11, 27)


def on(month, day, hour=10):
    return dt.datetime(2026, month, day, hour, tzinfo=SWEDEN)


@pytest.fixture
def asked(world):
    with time_machine.travel(SENT_ON, tick=False):
        world.actor(world.falun)
        world.actor(world.falun, deputy=True)
        world.mailbox(world.falun, "registrator@falun.example")
        world.actor(world.dalarna, Role.COORDINATOR)
        sent = world.sent(due=DUE, audience={"bodies": [world.falun.pk]})
    with time_machine.travel(SENT_ON + dt.timedelta(minutes=11), tick=False):
        announce_sent()
        sending.tick()
    return sent


def bounce(message, moment):
    with time_machine.travel(moment, tick=False):
        mark_failed([message], "5.1.1 User unknown")
        done = try_next()
        sending.tick()
    return done


def latest():
    return Message.objects.order_by("-id").first()


def test_the_sending_itself_goes_down_the_order_until_it_gets_through(world, asked):
    moment = on(11, 2, 20)
    for how in ("deputy", "mailbox", "coordinator"):
        assert bounce(latest(), moment) == 1
        assert latest().to_as == how
        assert latest().sent_at == moment  # someone waits for it: it keeps no quiet hours
    assert "Falu kommun har inte gått att nå med mejl" in latest().text
    assert bounce(latest(), moment) == 0
    assert Message.objects.filter(event_key__contains=":sent:").count() == 4


def test_the_same_bounce_followed_up_again_does_nothing(asked):
    assert bounce(latest(), on(11, 3)) == 1
    assert try_next() == 0
    assert Message.objects.count() == 2


def test_a_reminder_goes_to_the_next_the_same_day_and_the_plan_goes_on_from_there(world, asked):
    with time_machine.travel(on(11, 13), tick=False):
        remind_all()
        sending.tick()
    assert bounce(latest(), on(11, 13, 11)) == 1
    assert "Påminnelsen till kontaktpersonen kom inte fram." in latest().text
    with time_machine.travel(on(11, 24), tick=False):
        remind_all()
    rows = Reminder.objects.order_by("id").values_list("day", "reached", "bounced")
    assert list(rows) == [
        (dt.date(2026, 11, 13), "contact", False),
        (dt.date(2026, 11, 13), "deputy", True),
        (dt.date(2026, 11, 24), "mailbox", False),
    ]


def test_a_reminder_that_comes_back_at_night_is_sent_on_in_the_morning(asked):
    with time_machine.travel(on(11, 13), tick=False):
        remind_all()
        sending.tick()
    bounce(latest(), on(11, 13, 20))
    assert latest().sent_at is None
    assert latest().not_before == on(11, 16, 7)


def test_who_has_answered_meanwhile_is_left_alone(world, asked):
    with time_machine.travel(on(11, 13), tick=False):
        remind_all()
        sending.tick()
        reminder = latest()
        delivery = world.delivery(asked, world.falun)
        answers.save_draft(delivery, {"q1": "3"}, by=world.actor(world.falun))
        answers.submit(delivery, by=world.actor(world.falun), key=world.key(), received_at=world.now())
    assert bounce(reminder, on(11, 13, 11)) == 0


def link_in(mail):
    """As it went out: the row forgets the link once its mail has been sent."""
    return next(word for word in mail.body.split() if "/lank/" in word)


def test_a_link_to_answer_by_is_not_handed_on_with_the_mail(world, asked, mailoutbox):
    assert AnsweringLink.objects.count() == 1
    bounce(latest(), on(11, 3))
    first, second = mailoutbox
    assert link_in(first) != link_in(second)
    assert AnsweringLink.objects.count() == 2
    bounce(latest(), on(11, 3))
    bounce(latest(), on(11, 3))
    assert latest().to_as == "coordinator"
    assert AnsweringLink.objects.count() == 3


def seat(world):
    person = Person.objects.get(public_id=world.actor(world.falun).person_id)
    return Mandate.objects.get(person=person)


def tick(moment):
    with time_machine.travel(moment, tick=False):
        done = hand_over()
        sending.tick()
    return done


def test_when_a_mandate_ends_what_is_open_is_announced_to_the_next_once(world, asked):
    with time_machine.travel(on(11, 9), tick=False):
        end_mandate(seat(world), by=SYSTEM, leaves_vacant=True)
    assert tick(on(11, 9, 19)) == 0
    assert tick(on(11, 10)) == 1
    assert tick(on(11, 11)) == 0
    assert (latest().to_as, latest().to) == ("deputy", Person.objects.get(mandates__deputy=True).email)
    assert "har slutat" in latest().text


def test_what_is_not_open_any_more_or_was_not_theirs_is_not_announced(world, asked):
    with time_machine.travel(on(11, 9), tick=False):
        delivery = world.delivery(asked, world.falun)
        answers.save_draft(delivery, {"q1": "3"}, by=world.actor(world.falun))
        answers.submit(delivery, by=world.actor(world.falun), key=world.key(), received_at=world.now())
        end_mandate(seat(world), by=SYSTEM)
    assert tick(on(11, 10)) == 0


def test_a_deputy_who_leaves_had_nothing_to_hand_over(world, asked):
    with time_machine.travel(on(11, 9), tick=False):
        end_mandate(Mandate.objects.get(deputy=True), by=SYSTEM)
    assert tick(on(11, 10)) == 0
