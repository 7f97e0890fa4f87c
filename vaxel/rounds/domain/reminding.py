"""Whom to remind next: the receiver's own order, each turn after the one before has had its time. Pure.

The plan says on which days, counted in working days from the last day to answer. Each such day is an occasion, and an
occasion is one turn in the order. What an outage made late is not made up for: the latest occasion counts, once, and
the turn before keeps the time that the plan gives it.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vaxel.calendar.domain.days import add_working_days, is_working_day, working_days_from
from vaxel.network.domain.order import Turn

DEFAULT_DAYS = (-10, -3, 1, 5)
FURTHEST = 60  # working days from the last day, either way
MOST = 8


class PlanError(ValueError):
    """The days make no plan; the message says why."""


@dataclass(frozen=True)
class Line:
    """The order a body has chosen, and those in it that can be reached now: held, at work, with a working address."""

    order: tuple[Turn, ...]
    can: frozenset[Turn]

    def after(self, used: Iterable[Turn | None]) -> Turn | None:
        """The first that comes after all that have had their turn; one no longer in the order holds up nobody."""
        places = [self.order.index(turn) for turn in used if turn in self.order]
        rest = self.order[max(places, default=-1) + 1 :]
        return next((turn for turn in rest if turn in self.can), None)


@dataclass(frozen=True)
class Sent:
    """A reminder that has gone out. `turn` is None where nobody could be reached."""

    day: dt.date
    turn: Turn | None
    lap: int = 1


def plan_of(days: Iterable[int]) -> tuple[int, ...]:
    """In order, each day once: -10 is ten working days before the last day, 0 the day itself, 1 the working day after."""
    found = tuple(sorted(set(days)))
    if len(found) > MOST:
        raise PlanError("too many")
    if any(abs(day) > FURTHEST for day in found):
        raise PlanError("too far")
    return found


def occasions(plan: Sequence[int], due: dt.date) -> tuple[dt.date, ...]:
    """The days on which someone is reminded; all working days, the earliest first."""
    return tuple(sorted({working_days_from(due, number) for number in plan}))


def next_planned(plan: Sequence[int], due: dt.date, today: dt.date, sent: Sequence[Sent], line: Line) -> Turn | None:
    """Whose turn it is today by the plan, or None."""
    if not is_working_day(today) or not is_turn(plan, due, today, sent):
        return None
    return line.after(one.turn for one in sent)


def is_turn(plan: Sequence[int], due: dt.date, today: dt.date, sent: Sequence[Sent]) -> bool:
    """Has an occasion come that nobody was reminded on, and has the one before had its time?"""
    passed = [day for day in occasions(plan, due) if day <= today]
    last = max((one.day for one in sent), default=None)
    if not passed or last is None:
        return bool(passed)
    return last < passed[-1] and _rested(last, passed) <= today


def _rested(last: dt.date, passed: Sequence[dt.date]) -> dt.date:
    """The first day that leaves as many working days after the last reminder as the plan has between its two occasions."""
    if len(passed) < 2:
        return add_working_days(last, 1)
    return add_working_days(last, _working_days(passed[-2], passed[-1]))


def _working_days(start: dt.date, stop: dt.date) -> int:
    return sum(is_working_day(start + dt.timedelta(days=number)) for number in range(1, (stop - start).days + 1))


def next_by_hand(sent: Sequence[Sent], today: dt.date, line: Line) -> tuple[int, Turn] | None:
    """(lap, turn) when someone reminds by hand: the next in order, and from the beginning when all have been.

    None: already reminded today, or nobody can be reached.
    """
    if any(one.day == today for one in sent):
        return None
    lap = max((one.lap for one in sent), default=1)
    if turn := line.after(one.turn for one in sent if one.lap == lap):
        return lap, turn
    first = line.after(())
    return (lap + 1, first) if first else None


def next_after_bounce(sent: Sequence[Sent], line: Line) -> tuple[int, Turn] | None:
    """The mail came back: the next in order at once, whatever the day. None when nobody is left."""
    lap = max((one.lap for one in sent), default=1)
    turn = line.after(one.turn for one in sent if one.lap == lap)
    return (lap, turn) if turn else None
