"""A month as a wall calendar: which days are off, which day is chosen, which have been."""

import calendar
import datetime as dt
from dataclasses import dataclass

from vaxel.calendar.domain.days import iso_week, why_not_working


@dataclass(frozen=True)
class Day:
    date: dt.date
    off: str  # why it is no working day, else empty
    past: bool
    chosen: bool


@dataclass(frozen=True)
class Month:
    first: dt.date
    weeks: tuple  # of (week number, seven Days or None)


def month(first, *, today, chosen, language="sv"):
    def day(number):
        if not number:
            return None
        date = first.replace(day=number)
        return Day(date, why_not_working(date, language), date < today, date == chosen)

    rows = calendar.monthcalendar(first.year, first.month)
    weeks = tuple((iso_week(first.replace(day=max(row)))[1], tuple(map(day, row))) for row in rows)
    return Month(first, weeks)


def two_months(*, today, chosen, language="sv"):
    """The month of the chosen day and the one after it; from today where nothing is chosen."""
    first = max(chosen or today, today).replace(day=1)
    second = (first + dt.timedelta(days=32)).replace(day=1)
    return [month(one, today=today, chosen=chosen, language=language) for one in (first, second)]


def picked(posted):
    """A day chosen in the calendar is a submit of its own: the rest of what was written stays."""
    data = posted.copy()
    if "pick_due" in data:
        data["due"] = data["pick_due"]
    return data
