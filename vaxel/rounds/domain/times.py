"""Which of a delivery's times a step sets: the first of each kind stands, an answer's is its latest."""

import datetime as dt
from dataclasses import dataclass, replace

from vaxel.rounds.domain.state import Step

SAYING = frozenset({Step.ANSWERED, Step.NOTHING_TO_REPORT, Step.DECLINED})


@dataclass(frozen=True)
class Times:
    received_at: dt.datetime | None = None
    relayed_at: dt.datetime | None = None
    answered_at: dt.datetime | None = None
    approved_at: dt.datetime | None = None


def times_after(times: Times, step: Step, at: dt.datetime) -> Times:
    """Whoever answers has received it; a new answer has not been approved; a withdrawn one is no answer.

    Whoever adopts a joint answer has answered, by then at the latest.
    """
    if step in SAYING:
        return replace(times, received_at=times.received_at or at, answered_at=at, approved_at=None)
    match step:
        case Step.RECEIVED:
            return replace(times, received_at=times.received_at or at)
        case Step.RELAYED:
            return replace(times, relayed_at=times.relayed_at or at)
        case Step.APPROVED:
            return replace(times, approved_at=at)
        case Step.WITHDRAWN:
            return replace(times, answered_at=None, approved_at=None)
        case Step.ADOPTED:
            return replace(times, received_at=times.received_at or at, answered_at=times.answered_at or at)
        case Step.SENT | Step.RECALLED:
            return Times()
    return times
