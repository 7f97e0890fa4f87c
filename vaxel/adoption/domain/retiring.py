"""The life of a proposal to retire a method (ordnad utfasning): proposed, heard, decided by two, told, followed up."""

from enum import StrEnum


class RetirementState(StrEnum):
    PROPOSED = "proposed"
    CONSULTING = "consulting"  # the remiss is drafted or out
    HEARD = "heard"  # the remiss is closed; never stored: reckoned from the round
    PREPARED = "prepared"  # one has written a decision, another is to confirm it
    DISMISSED = "dismissed"  # turned down without a consultation, with a reason
    KEPT = "kept"  # decided: stays in use
    PHASING_OUT = "phasing_out"  # decided: those who use it are told, until the day and after it
    ENDED = "ended"  # followed up


class Outcome(StrEnum):
    KEEP = "keep"
    RETIRE = "retire"
    REPLACE = "replace"


# A thing has one proposal under way at a time.
UNDER_WAY = (
    RetirementState.PROPOSED,
    RetirementState.CONSULTING,
    RetirementState.PREPARED,
    RetirementState.PHASING_OUT,
)
