"""How much bodies already have to do, week by week: seen before one more thing is sent. Added up by the database."""

import datetime as dt
from collections import Counter

from django.db.models import Count

from vaxel.calendar.domain.days import week_start
from vaxel.composed import composed
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.domain.load import per_week
from vaxel.rounds.domain.state import DONE
from vaxel.rounds.models import Delivery

MOST_IN_LIST = 900


def load(body_ids, weeks) -> dict[int, list[int]]:
    """Body → for each week (its Monday) how many open rounds it has still to answer then. One query."""
    wanted = list(body_ids)
    due: dict[int, list] = {body: [] for body in wanted}
    rows = _days(wanted) if len(wanted) <= MOST_IN_LIST else owed().values_list("body_id", "by_day").iterator(5000)
    for body, day in rows:
        if body in due:
            due[body].append(day)
    return {body: per_week(days, weeks) for body, days in due.items()}


@composed
def _days(body_ids):
    return owed().filter(body__in=body_ids).values_list("body_id", "by_day")


def owed():
    """Parts of open rounds that are asked and not said, with the body's last day (`by_day`)."""
    rows = Delivery.objects.outcomes().last_days().filter(round__state=RoundState.OPEN).exclude(said__in=[0, *DONE])
    return rows.exclude(round__kind=RoundKind.MAILING).exclude(by_day=None)


def busy_in(bodies, monday, at_least: int) -> int:
    """How many of the bodies (a subquery of ids) owe so many answers that week. One query, one number back."""
    rows = _within(owed().filter(body__in=bodies), [monday])
    return rows.order_by().values("body").annotate(number=Count("pk")).filter(number__gte=at_least).count()


def owed_by_week(bodies, mondays) -> dict:
    """Monday → how many answers the bodies (a subquery of ids) owe that week, in all. One query, a row for each day."""
    rows = _within(owed().filter(body__in=bodies), mondays)
    found = Counter(dict.fromkeys(mondays, 0))
    for day, number in rows.order_by().values_list("by_day").annotate(number=Count("pk")):
        found[week_start(day)] += number
    return {monday: found[monday] for monday in mondays}


def _within(rows, mondays):
    return rows.filter(by_day__gte=min(mondays), by_day__lt=max(mondays) + dt.timedelta(days=7))
