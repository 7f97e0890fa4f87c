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
from vaxel.rounds.models import Delivery
from vaxel.rounds.queries.part import part_of

MOST_WEEKS = 10


def weekly(round, place, *, asks):
    """Columns for the weeks component; empty before the first answer. One query, or two for a level's own part."""
    said = "answered_at" if asks else "received_at"
    rows = Delivery.objects.filter(part_of(round, place.node_id).within, round=round).exclude(**{said: None})
    found = (
        rows.annotate(week=TruncWeek(said, tzinfo=SWEDEN)).values("week").annotate(number=Count("pk")).order_by("week")
    )
    numbers = {swedish_day(row["week"]): row["number"] for row in found}
    return [_column(monday, numbers.get(monday, 0)) for monday in _mondays(round, numbers)] if numbers else []


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
