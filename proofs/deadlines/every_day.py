"""What each rule about days says, beside our own reckoning: each function tells whether the day is wrong."""

import datetime as dt

from proofs.deadlines import reckoning
from vaxel.calendar.domain.days import add_working_days, is_working_day
from vaxel.calendar.domain.deadlines import SWEDEN, deadline, in_time, midnight, swedish_day
from vaxel.calendar.domain.windows import Window, spells
from vaxel.network.domain.order import Turn
from vaxel.rounds.domain.last_day import last_day
from vaxel.rounds.domain.reminding import DEFAULT_DAYS, Line, Sent, next_planned, occasions

FIRST, LAST = dt.date(2020, 1, 1), dt.date(2040, 12, 31)
DAY, TICK, SECOND = dt.timedelta(days=1), dt.timedelta(milliseconds=1), dt.timedelta(seconds=1)


def days(scale: float) -> list[dt.date]:
    """All of them, or every so many-th and always the days on which clocks change."""
    everyone = [FIRST + number * DAY for number in range((LAST - FIRST).days + 1)]
    changes = {reckoning.last_sunday(year, month) for year in range(FIRST.year, LAST.year + 1) for month in (3, 10)}
    step = max(1, round(1 / scale)) if scale < 1 else 1
    return [day for number, day in enumerate(everyone) if number % step == 0 or day in changes]


def midnight_is_wrong(day: dt.date) -> bool:
    """The last millisecond is in time, midnight itself is not; told in UTC and in Swedish time alike."""
    end = reckoning.too_late(day)
    moments = [(end - 2 * SECOND, True), (end - TICK, True), (end, False), (end + SECOND, False)]
    right = all(in_time(moment, day) == in_time(moment.astimezone(SWEDEN), day) == said for moment, said in moments)
    return not right or deadline(day) != end


def date_is_wrong(day: dt.date) -> bool:
    start, end = reckoning.too_late(day - DAY), reckoning.too_late(day)
    inside = all(swedish_day(moment) == day for moment in (start, start + SECOND, end - TICK))
    return not inside or swedish_day(end) == day or midnight(day) != start


def last_day_is_wrong(day: dt.date) -> bool:
    """The later of the round's day and the body's own."""
    pairs = [(day, None, day), (None, day, day), (day, day + DAY, day + DAY), (day + DAY, day, day + DAY)]
    return any(last_day(common, own) != said for common, own, said in pairs) or last_day(None, None) is not None


def working_day_is_wrong(day: dt.date) -> bool:
    later = [add_working_days(day, number) for number in (0, 1, 10)]
    first = day
    while not reckoning.works(first):
        first += DAY
    said = [reckoning.working_days_from(first, number) for number in (0, 1, 10)]
    return is_working_day(day) != reckoning.works(day) or later != said


def reminders_are_wrong(day: dt.date) -> bool:
    """Whoever looks each day reminds on exactly the days of the plan, and each turn once."""
    said = sorted({reckoning.working_days_from(day, number) for number in DEFAULT_DAYS})
    if list(occasions(DEFAULT_DAYS, day)) != said:
        return True
    turns = tuple(Turn)
    line, sent, today = Line(turns, frozenset(turns)), [], said[0] - 3 * DAY
    while today <= said[-1] + 3 * DAY:
        if turn := next_planned(DEFAULT_DAYS, day, today, sent, line):
            sent.append(Sent(today, turn))
        today += DAY
    return [one.day for one in sent] != said[: len(turns)]


def window_is_wrong(day: dt.date) -> bool:
    """A window of that one day: on a day off it moves to the next working day."""
    when = (day.month, day.day)
    found = spells([Window("a", when, when, day, day + DAY)], day, day + 10 * DAY)
    moved = day
    while not reckoning.works(moved):
        moved += DAY
    return [(one.first, one.last) for one in found] != [(moved, moved)]


def found_planted(some: list[dt.date]) -> bool:
    """Had summer time ended a week earlier or later: would the comparison tell?"""
    return all(any(deadline(day) != reckoning.too_late(day, weeks_off=off) for day in some) for off in (1, -1))


RULES = {
    "midnight": midnight_is_wrong,
    "the Swedish date": date_is_wrong,
    "a body's last day": last_day_is_wrong,
    "the count of working days": working_day_is_wrong,
    "the reminders' plan": reminders_are_wrong,
    "a window of the year": window_is_wrong,
}
