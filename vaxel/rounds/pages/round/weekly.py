"""How the answers came, week by week, from the week it was sent."""

import datetime as dt

from django.db.models import Count
from django.db.models.functions import TruncWeek
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.calendar.domain import phrases
from vaxel.calendar.domain.days import iso_week, week_start
from vaxel.calendar.domain.deadlines import SWEDEN, swedish_day
from vaxel.composed import composed
from vaxel.rounds.models import Delivery
from vaxel.rounds.queries.part import between, ends_of

MOST_WEEKS = 10


def weekly(round, place, *, asks):
    """Columns for the weeks component; empty before the first answer. One query."""
    found = (_answered if asks else _received)(round.pk, *ends_of(round, place.node_id))
    numbers = {swedish_day(week): number for week, number in found}
    return [_column(monday, numbers.get(monday, 0)) for monday in _mondays(round, numbers)] if numbers else []


@composed
def _answered(round_id, *ends):
    return _by_week("answered_at", round_id, ends)


@composed
def _received(round_id, *ends):
    return _by_week("received_at", round_id, ends)


def _by_week(said, round_id, ends):
    rows = Delivery.objects.filter(between(*ends), round=round_id).exclude(**{said: None})
    weeks = rows.annotate(week=TruncWeek(said, tzinfo=SWEDEN)).values("week").annotate(number=Count("pk"))
    return weeks.order_by("week").values_list("week", "number")


def _mondays(round, numbers):
    first = min([week_start(swedish_day(round.sent_at)), *numbers])
    last = max(numbers) if round.closed_at else max(week_start(today()), *numbers)
    mondays = [first + dt.timedelta(weeks=step) for step in range((last - first).days // 7 + 1)]
    return mondays[-MOST_WEEKS:]


def _column(monday, number):
    week = phrases.week(monday, get_language())
    return {
        "label": str(iso_week(monday)[1]),
        "value": number,
        "title": _("%(week)s: %(number)s svar") % {"week": week, "number": number},
    }
