"""From state bytes to the numbers on a page. Works on any integer array; numpy is plain arithmetic here."""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from vaxel.rounds.domain.state import DONE, OUTCOME_BITS, Flag, Outcome

Bytes = npt.NDArray[Any]
STATES = np.arange(256)
SAID = STATES & OUTCOME_BITS


@dataclass(frozen=True)
class Counts:
    """How many bodies. `received` counts those who have said something as well; a decliner is not missing."""

    asked: int = 0
    sent: int = 0  # have not confirmed
    received: int = 0
    answered: int = 0
    nothing: int = 0
    declined: int = 0
    missing: int = 0  # asked, and have said nothing
    relayed: int = 0
    approved: int = 0
    completion: int = 0
    late: int = 0

    @property
    def done(self) -> int:
        return self.answered + self.nothing + self.declined

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))


def _weights() -> Bytes:
    """One row per number of Counts, one column per byte: which bytes count in it."""
    asked = SAID != Outcome.NOT_ASKED
    waiting = (SAID == Outcome.SENT) | (SAID == Outcome.RECEIVED)
    rows = [
        asked,
        SAID == Outcome.SENT,
        asked & (SAID != Outcome.SENT),
        SAID == Outcome.ANSWERED,
        SAID == Outcome.NOTHING_TO_REPORT,
        SAID == Outcome.DECLINED,
        waiting,
        *(
            asked & ((STATES & flag) != 0)
            for flag in (Flag.RELAYED, Flag.APPROVED, Flag.COMPLETION_REQUESTED, Flag.LATE)
        ),
    ]
    return np.array(rows, dtype=np.int64)


WEIGHTS = _weights()
IS_DONE = np.isin(SAID, [int(outcome) for outcome in DONE])


def counted(states: Bytes) -> Counts:
    """The 256-bin histogram of the bytes, read off eleven ways."""
    histogram = np.bincount(states, minlength=256)
    return Counts(*(WEIGHTS @ histogram).tolist())


PLACES = OUTCOME_BITS + 1  # of a byte's outcome; the last two are never used


def by_stretch(states: Bytes, stretch: Bytes, number: int) -> Bytes:
    """Running totals, stretches × outcomes, beginning with a row of zeros; `stretch` is each position's, times PLACES.

    Any run of stretches is then one subtraction: every node's totals come from one pass over the bytes.
    """
    table = np.bincount(stretch + (states & OUTCOME_BITS), minlength=number * PLACES).reshape(number, PLACES)
    totals = np.zeros((number + 1, len(Outcome)), dtype=np.int64)
    np.cumsum(table[:, : len(Outcome)], axis=0, out=totals[1:])
    return totals
