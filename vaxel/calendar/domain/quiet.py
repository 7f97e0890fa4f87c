"""Quiet hours: what nobody waits for reaches no one in the evening, at night or on a day off."""

import datetime as dt

from vaxel.calendar.domain.days import is_working_day, next_working_day
from vaxel.calendar.domain.deadlines import SWEDEN, swedish_day

OPENS, CLOSES = dt.time(7), dt.time(18)


def is_quiet(instant: dt.datetime) -> bool:
    """18–07 by Swedish clocks, and all of a day off."""
    local = instant.astimezone(SWEDEN)
    return not is_working_day(swedish_day(instant)) or not OPENS <= local.time() < CLOSES


def after_quiet(instant: dt.datetime) -> dt.datetime:
    """The instant itself, or seven o'clock on the next working morning, in Swedish time. Clocks never change at seven."""
    if not is_quiet(instant):
        return instant
    local = instant.astimezone(SWEDEN)
    day = local.date() + dt.timedelta(days=local.time() >= CLOSES)
    return dt.datetime.combine(next_working_day(day), OPENS, SWEDEN)
