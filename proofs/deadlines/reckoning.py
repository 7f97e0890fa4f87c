"""The Swedish calendar by arithmetic alone, from the laws: what the proof holds the house's libraries against.

Summer time (directive 2000/84/EC): from 01:00 UTC on the last Sunday of March to 01:00 UTC on that of October.
Days off: 1989:253, and the three eves of 1930:173; Easter by the rule of Gauss, as Meeus writes it.
"""

import datetime as dt
from functools import cache

HOUR = dt.timedelta(hours=1)
SUNDAY, SATURDAY, FRIDAY = 6, 5, 4
FIXED = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))
AFTER_EASTER = (-2, 0, 1, 39, 49)


def last_sunday(year: int, month: int) -> dt.date:
    last = dt.date(year, month, 31)
    return last - dt.timedelta(days=(last.weekday() - SUNDAY) % 7)


def hours_ahead(instant: dt.datetime, *, weeks_off: int = 0) -> int:
    """Of UTC, at that instant of UTC. `weeks_off` plants a fault."""
    shift = dt.timedelta(weeks=weeks_off)
    begins, ends = (
        dt.datetime.combine(last_sunday(instant.year, month) - shift, dt.time(1), dt.UTC) for month in (3, 10)
    )
    return 2 if begins <= instant < ends else 1


def too_late(due: dt.date, *, weeks_off: int = 0) -> dt.datetime:
    """The first instant of UTC that is after the Swedish day."""
    midnight = dt.datetime.combine(due + dt.timedelta(days=1), dt.time(), dt.UTC)
    return next(
        midnight - ahead * HOUR
        for ahead in (1, 2)
        if hours_ahead(midnight - ahead * HOUR, weeks_off=weeks_off) == ahead
    )


def easter(year: int) -> dt.date:
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


@cache
def days_off(year: int) -> frozenset[dt.date]:
    moving = {easter(year) + dt.timedelta(days=number) for number in AFTER_EASTER}
    midsummer = _first(SATURDAY, dt.date(year, 6, 20))
    saints = _first(SATURDAY, dt.date(year, 10, 31))
    fixed = {dt.date(year, month, day) for month, day in FIXED}
    return frozenset(moving | fixed | {midsummer, midsummer - dt.timedelta(days=1), saints})


def _first(weekday: int, day: dt.date) -> dt.date:
    return day + dt.timedelta(days=(weekday - day.weekday()) % 7)


def works(day: dt.date) -> bool:
    return day.weekday() < SATURDAY and day not in days_off(day.year)


def working_days_from(day: dt.date, number: int) -> dt.date:
    """0 is the day itself or the last working day before it; 3 the third after that, -3 the third before."""
    step = dt.timedelta(days=1)
    while not works(day):
        day -= step
    for _ in range(abs(number)):
        day += step if number > 0 else -step
        while not works(day):
            day += step if number > 0 else -step
    return day
