"""How often a person wants mail that nobody waits for: at once, once a day, or once a week."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

from vaxel.calendar.domain.days import next_working_day
from vaxel.calendar.domain.deadlines import SWEDEN, swedish_day
from vaxel.calendar.domain.quiet import OPENS


class Rhythm(StrEnum):
    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"


DAYS = {Rhythm.DAILY: 1, Rhythm.WEEKLY: 7}


def next_digest(moment: dt.datetime, rhythm: Rhythm) -> dt.datetime:
    """When what is posted at `moment` leaves: seven in the morning, Swedish time, of the next working day; for WEEKLY of
    a week's first working day. Never earlier than `moment`; AT_ONCE gives the moment itself.
    """
    if rhythm is Rhythm.AT_ONCE:
        return moment
    day = swedish_day(moment)
    first = day if rhythm is Rhythm.DAILY else day - dt.timedelta(days=day.weekday())
    return next(morning for morning in _mornings(first, DAYS[rhythm]) if morning >= moment)


def _mornings(day: dt.date, step: int) -> Iterator[dt.datetime]:
    while True:
        yield dt.datetime.combine(next_working_day(day), OPENS, SWEDEN)
        day += dt.timedelta(days=step)
