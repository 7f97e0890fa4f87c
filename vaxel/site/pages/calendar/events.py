"""A person's deadlines across all mandates, as calendar events with links back."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from icalendar import Alarm, Calendar, Event

from vaxel.calendar.clock import now, today
from vaxel.funding.queries.money_days import money_days
from vaxel.funding.words import LINKS
from vaxel.rounds.queries.inbox import inbox

KEPT = dt.timedelta(days=30)  # a calendar program forgets what it no longer reads: a day that just passed stays there
DAY_BEFORE = dt.timedelta(hours=-15)  # nine in the morning the day before, of an event that begins at midnight


@dataclass(frozen=True)
class Deadline:
    key: str
    day: dt.date
    title: str
    text: str
    url: str


def deadlines(actor, *, passed=dt.timedelta(0)) -> list[Deadline]:
    """What waits with a last day, and the last days of money that concern one (`passed`: so long after, too)."""
    return [*_waiting(actor), *_of_money(actor, today() - passed)]


def _of_money(actor, since):
    for one in money_days(actor, since):
        url = settings.BASE_URL.rstrip("/") + reverse("money_agreement", args=[one.agreement_id])
        yield Deadline(one.key, one.day, f"{LINKS[one.link]}: {one.agreement}", pgettext("money", "Medel"), url)


def _waiting(actor):
    """The same thing by two mandates once."""
    found = {}
    for mandate in actor.mandates:
        for item in inbox(actor.using(mandate)):
            if item.due:
                url = settings.BASE_URL.rstrip("/") + reverse(item.url_name, args=item.url_args)
                title = f"{item.verb}: {item.title}"
                found.setdefault(item.key, Deadline(item.key, item.due, title, mandate.body_name, url))
    return list(found.values())


def calendar_of(deadlines: Iterable[Deadline], host: str) -> bytes:
    """iCalendar (RFC 5545): whole days, a reminder the day before, the same identity every time it is read."""
    calendar = Calendar()
    calendar.add("prodid", "-//Vaxel//Deadlines//SV")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Växel: sista dagar"))
    calendar.add("refresh-interval;value=duration", "PT6H")
    for one in deadlines:
        calendar.add_component(_event(one, host))
    return calendar.to_ical()


def _event(one, host):
    event = Event()
    event.add("uid", f"{one.key}@{host}")
    event.add("dtstamp", now())
    event.add("dtstart", one.day)
    event.add("dtend", one.day + dt.timedelta(days=1))
    event.add("summary", one.title)
    event.add("description", f"{one.text}\n{one.url}")
    event.add("url", one.url)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one.title)
    alarm.add("trigger", DAY_BEFORE)
    event.add_component(alarm)
    return event
