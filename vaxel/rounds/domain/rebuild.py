"""A delivery told again from its receipts: what is kept beside them must always equal this."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from vaxel.rounds.domain.state import Flag, Step, after
from vaxel.rounds.domain.times import Times, times_after


@dataclass(frozen=True)
class Kept:
    """A receipt as it was written; `state` is the byte noted on it, of which only lateness is believed."""

    step: Step
    state: int
    at: dt.datetime
    mandate_id: int | None = None


@dataclass(frozen=True)
class Rebuilt:
    """`relay` is the first one: its mandate's body is the delivery's `via`, and from then on it waits nowhere."""

    state: int = 0
    times: Times = field(default_factory=Times)
    relay: Kept | None = None


def rebuilt(receipts: Iterable[Kept]) -> Rebuilt:
    """In the order they were written."""
    found = Rebuilt()
    for kept in receipts:
        found = Rebuilt(
            state=after(found.state, kept.step, late=bool(kept.state & Flag.LATE)),
            times=times_after(found.times, kept.step, kept.at),
            relay=found.relay or (kept if kept.step == Step.RELAYED else None),
        )
    return found
