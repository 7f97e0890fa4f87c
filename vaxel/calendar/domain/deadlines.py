"""A deadline is the exclusive midnight after the due day, in Sweden.

"Senast 31 januari" holds until the clock strikes twelve that night, whatever UTC says and however long a queue was:
what counts is when a message reached our edge (NJA 2024 s. 3).
"""

import datetime as dt
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")


def midnight(day: dt.date) -> dt.datetime:
    """The instant the Swedish day begins, in Swedish time. The day may be 23 or 25 hours long."""
    return dt.datetime.combine(day, dt.time(), SWEDEN)


def deadline(due_day: dt.date) -> dt.datetime:
    """The first instant that is too late. The day before `dt.date.max` is the last that has one."""
    return midnight(due_day + dt.timedelta(days=1))


def in_time(received_at: dt.datetime, due_day: dt.date) -> bool:
    return _aware(received_at) < deadline(due_day)


def swedish_day(instant: dt.datetime) -> dt.date:
    """The date on Swedish calendars at that instant."""
    return _aware(instant).astimezone(SWEDEN).date()


def _aware(instant: dt.datetime) -> dt.datetime:
    if instant.tzinfo is None:
        raise ValueError(f"{instant} has no time zone: nobody can say whose midnight it is before")
    return instant
