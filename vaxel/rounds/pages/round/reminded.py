"""The log of reminders, one line per day: how many, and by which way they were reached."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.composed import composed, seldom
from vaxel.rounds.models import Delivery, Reminder
from vaxel.rounds.queries.part import WHOLE, between, ends_of
from vaxel.rounds.queries.reach import Reached

WAYS = {
    Reached.CONTACT: _("till kontaktperson"),
    Reached.DEPUTY: _("till ersättare"),
    Reached.MAILBOX: _("till funktionsbrevlåda"),
    Reached.COORDINATOR: _("till länets samordnare"),
    Reached.NOBODY: _("utan adress"),
}
DAYS_SHOWN = 10
MOST = 5000


@dataclass(frozen=True)
class Reminded:
    day: object
    number: int
    ways: tuple  # (number, how)


def reminders(actor, round, place):
    """The latest day first. One query, and one more where any has been reminded."""
    if not any_reminded(round.pk):
        return []
    days: dict = {}
    for at, reached in _latest(round.pk, *ends_of(round, place.node_id)):
        days.setdefault(swedish_day(at), Counter())[reached] += 1
    return [_line(day, ways) for day, ways in list(days.items())[:DAYS_SHOWN]]


@seldom
def any_reminded(round_id):
    return Reminder.objects.filter(round=round_id).values_list("pk")[:1]


@composed
def _latest(round_id, *ends):
    rows = Reminder.objects.filter(round=round_id).order_by("-id")
    if ends != WHOLE:
        rows = rows.filter(body__in=Delivery.objects.filter(between(*ends), round=round_id).values("body"))
    return rows.values_list("at", "reached")[:MOST]


def _line(day, ways):
    told = tuple((number, WAYS.get(how, how)) for how, number in ways.most_common())
    return Reminded(day, ways.total(), told)
