"""Fixed windows of the year: "slutredovisning, 1–31 januari" as a rule over years, moved when a day is no working day.

A window is dated reference data (calendar/models.py). Its days are month and day; a window whose last day lies before
its first in the calendar runs over New Year. Both its ends move to the next working day, as deadlines on holidays do.
"""

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from vaxel.calendar.domain.days import next_working_day

MonthDay = tuple[int, int]


class WindowError(ValueError):
    """Not a month and a day: "01-31" is meant."""


@dataclass(frozen=True)
class Window:
    """Holds for years in which its first day lies within valid_from–valid_to (half-open)."""

    name: str
    first: MonthDay
    last: MonthDay
    valid_from: dt.date
    valid_to: dt.date
    source: str = ""


@dataclass(frozen=True)
class Spell:
    """A window in one year: both days belong to it."""

    name: str
    first: dt.date
    last: dt.date
    source: str = ""


def spells(windows: Iterable[Window], first: dt.date, last: dt.date) -> list[Spell]:
    """Every spell that touches the days first–last, in order; the year before is asked for what runs over New Year."""
    years = range(first.year - 1, last.year + 1)
    found = [_spell(window, year) for window in windows for year in years]
    touching = [spell for spell in found if spell and spell.first <= last and spell.last >= first]
    return sorted(touching, key=lambda spell: (spell.first, spell.last, spell.name))


def month_day(text: str) -> MonthDay:
    """ "01-31" → (1, 31); 02-29 is the last of February in any year."""
    month, _dash, day = text.partition("-")
    digits = len(month) == len(day) == 2 and text.isascii() and month.isdigit() and day.isdigit()
    if not digits or not 1 <= int(month) <= 12 or not 1 <= int(day) <= calendar.monthrange(2024, int(month))[1]:
        raise WindowError(text)
    return int(month), int(day)


def _spell(window: Window, year: int) -> Spell | None:
    first = _in_year(window.first, year)
    if not window.valid_from <= first < window.valid_to:
        return None
    last = _in_year(window.last, year + (window.last < window.first))
    return Spell(window.name, next_working_day(first), next_working_day(last), window.source)


def _in_year(when: MonthDay, year: int) -> dt.date:
    month, day = when
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))
