"""Dates as people write them: 2026-12-01, 1/12, 1 dec, 1 december 2026, fre 4 dec, i morgon.

Day before month, always: that is how Sweden writes it. Without a year it is the nearest coming such day, from today.
A weekday that does not fit the date is refused rather than guessed about.
"""

import datetime as dt
import re
from enum import StrEnum

MONTHS = (
    ("januari", "january"),
    ("februari", "february"),
    ("mars", "march"),
    ("april",),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augusti", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
WEEKDAYS = (
    ("måndag", "mandag", "monday"),
    ("tisdag", "tuesday"),
    ("onsdag", "wednesday"),
    ("torsdag", "thursday"),
    ("fredag", "friday"),
    ("lördag", "lordag", "saturday"),
    ("söndag", "sondag", "sunday"),
)
NEAR = {"i dag": 0, "idag": 0, "today": 0, "i morgon": 1, "imorgon": 1, "tomorrow": 1, "i övermorgon": 2}
ISO = re.compile(r"(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})")
NUMBERS = re.compile(r"(\d{1,2})[/. ](\d{1,2})(?:[/. -]+(\d{4}|\d{2}))?\.?")
WORDS = re.compile(
    r"""(?:(?!den\b)(?P<weekday>[^\W\d]+)\.?,?\s+)?  # fre
    (?:den\s+)?(?P<day>\d{1,2})(?::?[ae]|\.)?\s*     # den 1:a
    (?P<month>[^\W\d]+)\.?,?                         # dec.
    (?:\s+(?P<year>\d{4}))?""",
    re.VERBOSE,
)


class Why(StrEnum):
    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no_such_day"
    OTHER_WEEKDAY = "other_weekday"


class NoDate(ValueError):  # noqa: N818 - it is no error: the text is just no date
    """`why` is the reason; `day` the date meant, where the weekday beside it was another."""

    def __init__(self, why: Why, day: dt.date | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.day = day


def parse_day(text: str, today: dt.date) -> dt.date:
    """Raises NoDate."""
    text = " ".join(text.strip().lower().split())
    if text in NEAR:
        return today + dt.timedelta(days=NEAR[text])
    if found := ISO.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := NUMBERS.fullmatch(text):
        return _in_year(found[3], int(found[2]), int(found[1]), today)
    if (found := WORDS.fullmatch(text)) and (month := _place(found["month"], MONTHS)) is not None:
        day = _in_year(found["year"], month + 1, int(found["day"]), today)
        return _on_weekday(day, found["weekday"])
    raise NoDate(Why.UNREADABLE)


def _place(word: str, names: tuple[tuple[str, ...], ...]) -> int | None:
    """Which name the word is, or begins with at least three letters: "sep", "sept", "tors"."""
    fits = [place for place, spellings in enumerate(names) if any(_short_for(word, name) for name in spellings)]
    return fits[0] if len(fits) == 1 else None


def _short_for(word: str, name: str) -> bool:
    return word in (name, f"{name}en") or (len(word) >= 3 and name.startswith(word))


def _in_year(year: str | None, month: int, day: int, today: dt.date) -> dt.date:
    if year:
        return _date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    coming = [_date_or_none(today.year + step, month, day) for step in range(9)]  # 29 February comes within eight years
    for one in coming:
        if one and one >= today:
            return one
    raise NoDate(Why.NO_SUCH_DAY)


def _on_weekday(day: dt.date, word: str | None) -> dt.date:
    if word is None:
        return day
    weekday = _place(word, WEEKDAYS)
    if weekday is None:
        raise NoDate(Why.UNREADABLE)
    if weekday != day.weekday():
        raise NoDate(Why.OTHER_WEEKDAY, day)
    return day


def _date(year: int, month: int, day: int) -> dt.date:
    if found := _date_or_none(year, month, day):
        return found
    raise NoDate(Why.NO_SUCH_DAY)


def _date_or_none(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
