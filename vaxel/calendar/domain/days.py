"""Which Swedish days are working days, and what weeks are called.

A day off is a Saturday, a Sunday, a public holiday (1989:253) or one of the three eves that the law on statutory time
(1930:173, 2 §) puts beside them: midsommarafton, julafton, nyårsafton. The library `holidays` calls those "de facto".
Half days (skärtorsdagen and the like) are working days.
"""

import datetime as dt
from functools import cache

import holidays

MONDAY, SATURDAY = 0, 5
WEEKEND = {"sv": ("lördag", "söndag"), "en": ("Saturday", "Sunday")}
LIBRARY_LANGUAGE = {"sv": "sv", "en": "en_US"}


@cache
def _days_off(year: int, language: str) -> dict[dt.date, str]:
    found = holidays.country_holidays(
        "SE", years=year, categories=("public", "de_facto"), language=LIBRARY_LANGUAGE[language]
    )
    return {day: str(name) for day, name in found.items()}


def why_not_working(day: dt.date, language: str = "sv") -> str:
    """ "midsommarafton", "lördag" …; empty for a working day. A holiday's name goes before the weekday's."""
    language = language if language in WEEKEND else "en"
    if name := _days_off(day.year, language).get(day):
        return name[0].lower() + name[1:] if language == "sv" else name
    weekday = day.weekday()
    return WEEKEND[language][weekday - SATURDAY] if weekday >= SATURDAY else ""


def is_working_day(day: dt.date) -> bool:
    return not why_not_working(day)


def next_working_day(day: dt.date) -> dt.date:
    """The day itself if it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += dt.timedelta(days=1)
    return day


def add_working_days(day: dt.date, number: int) -> dt.date:
    """`number` working days after `day`; 0 gives the day itself or the next working day."""
    day = next_working_day(day)
    for _ in range(number):
        day = next_working_day(day + dt.timedelta(days=1))
    return day


def previous_working_day(day: dt.date) -> dt.date:
    """The day itself if it is a working day, else the last one before it."""
    while not is_working_day(day):
        day -= dt.timedelta(days=1)
    return day


def working_days_from(day: dt.date, number: int) -> dt.date:
    """`number` working days after the day, or before it if negative: 0 is the day itself or the last one before it."""
    found = previous_working_day(day)
    step = dt.timedelta(days=1 if number > 0 else -1)
    for _ in range(abs(number)):
        found += step
        while not is_working_day(found):
            found += step
    return found


def iso_week(day: dt.date) -> tuple[int, int]:
    """(year, week); the year is the week's, not the day's: 2021-01-03 lies in (2020, 53)."""
    return day.isocalendar()[:2]


def week_start(day: dt.date) -> dt.date:
    """The Monday of the day's week."""
    return day - dt.timedelta(days=day.weekday() - MONDAY)


def weeks_ahead(day: dt.date, number: int = 8) -> tuple[dt.date, ...]:
    """Mondays of the day's own week and the following ones, `number` in all."""
    monday = week_start(day)
    return tuple(monday + dt.timedelta(weeks=step) for step in range(number))
