"""What a county's region and municipalities have agreed: when it holds, what it permits, when to decide anew."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from vaxel.calendar import FOREVER


class Permits(StrEnum):
    """What may be done in the county only because its parties have agreed to it."""

    JOINT_ANSWER = "joint_answer"
    STEERING_INFORMATION = "steering_information"
    COORDINATOR_REGISTERS_ANSWERS = "coordinator_registers_answers"
    SHARED_RESOURCES = "shared_resources"


class Renewal(StrEnum):
    ENDS = "ends"  # runs out on its last day; a new one is signed by all
    YEARLY = "yearly"  # prolonged a year at a time until it is ended


class Standing(StrEnum):
    """Where an agreement stands on a day; exactly one holds."""

    DRAFT = "draft"
    WAITING = "waiting"  # for signatures
    COMING = "coming"  # signed by all, not begun
    IN_FORCE = "in_force"
    ENDED = "ended"


class ResourceKind(StrEnum):
    FUNCTION = "function"  # someone's working time, in percent of full time
    PREMISES = "premises"
    SYSTEM = "system"
    MONEY = "money"
    OTHER = "other"


@dataclass(frozen=True)
class Terms:
    """`ends` is the first day it no longer holds; FOREVER: until further notice."""

    starts: dt.date
    ends: dt.date = FOREVER
    renewal: Renewal = Renewal.ENDS
    notice_months: int = 6  # how long before the end the parties decide about going on


def standing(terms: Terms, proposed: bool, signed: Iterable[dt.date | None], day: dt.date) -> Standing:
    """`signed`: each party's day of signing, None for who has not. Nothing holds before the last of them has signed."""
    if period_end(terms, day) <= day:
        return Standing.ENDED
    if not proposed:
        return Standing.DRAFT
    days = list(signed)
    if not days or any(each is None or each > day for each in days):
        return Standing.WAITING
    return Standing.IN_FORCE if terms.starts <= day else Standing.COMING


def in_force(terms: Terms, proposed: bool, signed: Iterable[dt.date | None], day: dt.date) -> bool:
    return standing(terms, proposed, signed, day) == Standing.IN_FORCE


def period_end(terms: Terms, day: dt.date) -> dt.date:
    """The end of the period the day lies in: for one prolonged yearly the next one, else the only one."""
    end = terms.ends
    if terms.renewal == Renewal.YEARLY and end != FOREVER:
        years = max(0, day.year - end.year)
        while _months_on(end, 12 * years) <= day:
            years += 1
        end = _months_on(end, 12 * years)
    return end


def decide_by(terms: Terms, day: dt.date) -> dt.date | None:
    """When the parties are to have decided about going on; None for what holds until further notice."""
    end = period_end(terms, day)
    return None if end == FOREVER else _months_on(end, -terms.notice_months)


def renewal_due(terms: Terms, day: dt.date) -> bool:
    """Has the day to decide come, with the period still running?"""
    by = decide_by(terms, day)
    return by is not None and by <= day < period_end(terms, day)


def _months_on(day: dt.date, months: int) -> dt.date:
    """The same day so many months on; the month's last day where there is no such day."""
    month = day.year * 12 + day.month - 1 + months
    first = dt.date(month // 12, month % 12 + 1, 1)
    following = dt.date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return first + dt.timedelta(days=min(day.day, (following - first).days) - 1)
