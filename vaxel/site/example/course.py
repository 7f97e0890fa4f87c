"""How one body meets one round: which steps it took, and when. Pure and decided by the keys, so it can be tested."""

import datetime as dt
from dataclasses import dataclass

from vaxel.rounds.domain.kinds import RoundKind, Route
from vaxel.rounds.domain.state import Step
from vaxel.site.example.chance import draw

OFFICE_OPENS = 8  # nobody answers at night in the example
DECLINES, NOTHING = 0.012, 0.02


@dataclass(frozen=True)
class Taken:
    step: Step
    at: dt.datetime
    note: str = ""


@dataclass(frozen=True)
class Meeting:
    """A body's meeting with a round: who it is and what it is asked."""

    body: str  # its code or name
    county: str
    sent_at: dt.datetime
    due: dt.date
    now: dt.datetime


def course(plan, meeting, *, answers=True) -> list[Taken]:
    """Steps in time order, none later than now. `answers=False`: has received it, and nothing more."""
    relayed = _relayed(plan, meeting)
    if relayed and relayed.at > meeting.now:
        return []
    start = relayed.at if relayed else meeting.sent_at
    steps = [relayed] if relayed else []
    received = _office(start + dt.timedelta(hours=2 + 110 * draw(plan.key, meeting.body, "received") ** 2))
    if _goes_this_far(plan, meeting, "received"):
        steps.append(Taken(Step.RECEIVED, received))
        if answers and plan.kind != RoundKind.MAILING and _goes_this_far(plan, meeting, "answered"):
            steps += _answered(plan, meeting, received)
    return [taken for taken in steps if taken.at <= meeting.now]


def _relayed(plan, meeting):
    if plan.route != Route.STEPWISE or meeting.county in plan.waits_in:
        return None if plan.route != Route.STEPWISE else Taken(Step.RELAYED, dt.datetime.max.replace(tzinfo=dt.UTC))
    return Taken(
        Step.RELAYED, _office(meeting.sent_at + dt.timedelta(hours=20 * draw(plan.key, meeting.county, "relayed")))
    )


def _goes_this_far(plan, meeting, step):
    """Half of what holds a body back holds it back before it has confirmed."""
    return draw(plan.key, meeting.body, step, "far") < plan.progress**0.5


def _answered(plan, meeting, received):
    window = _latest(plan, meeting) - received
    spent = 0.2 + 0.8 * draw(plan.key, meeting.body, "answered") ** 0.5
    at = min(_office(received + max(window * spent, dt.timedelta(hours=1))), meeting.now)
    chance = draw(plan.key, meeting.body, "outcome")
    if chance < DECLINES and not plan.declined_grant:  # who declined the grant was not asked to account for it
        return [Taken(Step.DECLINED, at, "Vi har inte haft personal att svara i tid.")]
    if chance < DECLINES + NOTHING and plan.kind == RoundKind.ACCOUNT:
        return [Taken(Step.NOTHING_TO_REPORT, at)]
    steps = [Taken(Step.ANSWERED, at)]
    if draw(plan.key, meeting.body, "completed") < 0.03:
        asked = _office(at + dt.timedelta(days=2))
        steps.append(
            Taken(Step.COMPLETION_REQUESTED, asked, "Beloppet för barn och unga är större än det ni har använt.")
        )
        if draw(plan.key, meeting.body, "completes") < 0.7:
            steps.append(Taken(Step.ANSWERED, _office(asked + dt.timedelta(days=2))))
    return steps


def _latest(plan, meeting):
    """Most answer before the day, some a few days after; a running round has come no further than now."""
    last = dt.datetime.combine(meeting.due, dt.time(14), dt.UTC) + dt.timedelta(
        days=3 * draw(plan.key, meeting.body, "late") ** 6
    )
    return min(last, meeting.now - dt.timedelta(hours=3))


def _office(moment):
    """Moved into a working day's hours, never earlier than it was."""
    if not OFFICE_OPENS <= moment.hour < 16:
        later = moment if moment.hour < OFFICE_OPENS else moment + dt.timedelta(days=1)
        moment = later.replace(hour=OFFICE_OPENS, minute=int(59 * draw(moment.isoformat(), "minute")))
    return moment + dt.timedelta(days=(0, 0, 0, 0, 0, 2, 1)[moment.weekday()])
