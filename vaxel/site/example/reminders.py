"""Reminders as the year has sent them, by the rule itself; an order of its own, someone away, an address that broke."""

import datetime as dt

from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import SWEDEN
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.reaching import be_away, choose_order, set_steering_mailbox
from vaxel.network.models import Body, Mandate
from vaxel.notices.bouncing import mark_failed
from vaxel.notices.models import Message
from vaxel.rounds.commands.next_in_order import try_next
from vaxel.rounds.commands.remind import remind_by_plan
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.reminding import occasions
from vaxel.rounds.models import Round

LEKSAND, MORA, SATER = "municipality:2029", "municipality:2062", "municipality:2082"
NINE = dt.time(9, 5)


def reminders(sweden):
    """What went out on the occasions that have been; nothing of it leaves the example."""
    choose_order(_body(LEKSAND), ["mailbox", "contact", "coordinator"], by=SYSTEM)
    _away(sweden.day)
    set_steering_mailbox(_body("county:20"), "styrgruppen@dalarna.example", by=SYSTEM)
    for round_ in Round.objects.filter(state=RoundState.OPEN, reminds=True).exclude(due=None).order_by("sent_at"):
        for day in occasions(round_.remind_days, round_.due):
            if round_.sent_at.date() < day < sweden.day:
                _remind(round_, day)
    _left()


def _body(key):
    return Body.objects.get(reference_key=key)


def _away(day):
    contact = Mandate.objects.at(day).filter(body=_body(MORA)).exclude(person=None).order_by("pk").first()
    be_away(contact.person, contact.body, day, day + dt.timedelta(days=6), by=SYSTEM)


def _remind(round_, day):
    """One mail bounced: the contact at Säter has changed address, and the next in order got it."""
    with clock.standing_at(dt.datetime.combine(day, NINE, SWEDEN)):
        remind_by_plan(round_)
        _left()
        mine = Message.objects.filter(about=f"round:{round_.pk}", body_id=_body(SATER).pk, to_as="contact")
        mark_failed(list(mine.filter(bounced_at=None)), "5.1.1 User unknown")
        try_next()
        _left()


def _left():
    """They went out when they were written."""
    Message.objects.waiting().filter(about__startswith="round:").update(sent_at=clock.now())
