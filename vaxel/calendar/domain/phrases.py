"""Dates as one would say them, in Swedish and English. `language` is "sv" or "en" (anything else reads English)."""

import datetime as dt
from functools import lru_cache

from babel.dates import format_date

from vaxel.calendar.domain.days import iso_week
from vaxel.calendar.domain.deadlines import SWEDEN, swedish_day

LOCALES = {"sv": "sv_SE", "en": "en_GB"}
NEAR = {
    "sv": {-2: "i förrgår", -1: "i går", 0: "i dag", 1: "i morgon", 2: "i övermorgon"},
    "en": {-1: "yesterday", 0: "today", 1: "tomorrow"},
}


def _tongue(language: str) -> str:
    return "sv" if language.split("-", maxsplit=1)[0].lower() == "sv" else "en"


@lru_cache(maxsize=4096)
def _format(day: dt.date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=LOCALES[_tongue(language)])


def day_long(day: dt.date, language: str = "sv") -> str:
    """fredag 31 januari 2020"""
    return _format(day, "EEEE d MMMM y", language)


def day_short(day: dt.date, language: str = "sv") -> str:
    """fre 31 jan: for tables, where the year is known."""
    return _format(day, "EEE d MMM", language).replace(".", "")


def day_of_month(day: dt.date, language: str = "sv") -> str:
    """31 januari 2020"""
    return _format(day, "d MMMM y", language)


def month(day: dt.date, language: str = "sv") -> str:
    """januari 2020"""
    return _format(day, "MMMM y", language)


def days(number: int, language: str = "sv") -> str:
    """11 dagar"""
    words = {"sv": ("dag", "dagar"), "en": ("day", "days")}[_tongue(language)]
    return f"{number} {words[abs(number) != 1]}"


def relative_day(day: dt.date, today: dt.date, language: str = "sv") -> str:
    """i går · om 12 dagar · för 3 dagar sedan"""
    distance, tongue = (day - today).days, _tongue(language)
    if distance in NEAR[tongue]:
        return NEAR[tongue][distance]
    if distance > 0:
        return f"{'om' if tongue == 'sv' else 'in'} {days(distance, tongue)}"
    length = days(-distance, tongue)
    return f"för {length} sedan" if tongue == "sv" else f"{length} ago"


def clock(instant: dt.datetime, language: str = "sv") -> str:
    """09.14 in Swedish, 09:14 in English; always the time in Sweden."""
    return instant.astimezone(SWEDEN).strftime("%H.%M" if _tongue(language) == "sv" else "%H:%M")


def moment(instant: dt.datetime, today: dt.date, language: str = "sv") -> str:
    """i dag kl. 09.14 · fredag 31 januari kl. 09.14 · 31 januari 2019 kl. 09.14"""
    day, tongue = swedish_day(instant), _tongue(language)
    if abs((day - today).days) <= 1:
        date = NEAR[tongue][(day - today).days]
    elif day.year == today.year:
        date = _format(day, "EEEE d MMMM", tongue)
    else:
        date = day_of_month(day, tongue)
    return f"{date} {'kl.' if tongue == 'sv' else 'at'} {clock(instant, tongue)}"


def week(day: dt.date, language: str = "sv") -> str:
    """v. 5"""
    return f"{'v.' if _tongue(language) == 'sv' else 'wk'} {iso_week(day)[1]}"
