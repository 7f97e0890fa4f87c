"""One byte per body of a round: the outcome in three bits, five flags above it. Pure; the source is design §2."""

from enum import IntEnum, IntFlag, StrEnum


class Outcome(IntEnum):
    """Five different things, and one that comes before them: not asked is not missing."""

    NOT_ASKED = 0
    SENT = 1
    RECEIVED = 2
    ANSWERED = 3
    NOTHING_TO_REPORT = 4
    DECLINED = 5


class Flag(IntFlag):
    RELAYED = 8
    APPROVED = 16
    COMPLETION_REQUESTED = 32
    STALE = 64
    LATE = 128


OUTCOME_BITS = 0b111
# Who has said what it has to say; the rest are asked and have not answered yet.
DONE = frozenset({Outcome.ANSWERED, Outcome.NOTHING_TO_REPORT, Outcome.DECLINED})


class Step(StrEnum):
    """What a receipt acknowledges."""

    SENT = "sent"
    RECEIVED = "received"
    RELAYED = "relayed"
    ANSWERED = "answered"
    APPROVED = "approved"
    COMPLETION_REQUESTED = "completion_requested"
    DECLINED = "declined"
    NOTHING_TO_REPORT = "nothing_to_report"
    WITHDRAWN = "withdrawn"
    RECALLED = "recalled"
    ADOPTED = "adopted"  # the body makes the county's joint answer its own
    OUTDATED = "outdated"  # what it adopted covered has changed since
    STOOD_ASIDE = "stood_aside"  # it stands by its own answer


# The steps that change what a body has said; the others only tell how far a round has come.
TOLD = frozenset(Step) - {Step.SENT, Step.RECEIVED, Step.RELAYED, Step.RECALLED}


def outcome(state: int) -> Outcome:
    return Outcome(state & OUTCOME_BITS)


def after(state: int, step: Step, *, late: bool = False) -> int:
    """The byte after one step. Total: every step on every byte gives a legal byte; whether it may happen is policy.

    Confirming never lowers what is already said; an answer clears a request for completion. Whoever adopts a joint
    answer has answered; what it has said itself before, in time or not, stays said so.
    """
    flags = state & ~OUTCOME_BITS
    now = outcome(state)
    match step:
        case Step.SENT:
            return int(Outcome.SENT)
        case Step.RECEIVED:
            return flags | max(now, Outcome.RECEIVED)
        case Step.RELAYED:
            return state | Flag.RELAYED
        case Step.ANSWERED | Step.NOTHING_TO_REPORT | Step.DECLINED:
            cleared = flags & ~(Flag.COMPLETION_REQUESTED | Flag.APPROVED | Flag.LATE)
            return cleared | _SAID[step] | (Flag.LATE if late else 0)
        case Step.APPROVED:
            return state | Flag.APPROVED
        case Step.COMPLETION_REQUESTED:
            return state | Flag.COMPLETION_REQUESTED
        case Step.WITHDRAWN:
            return (flags & Flag.RELAYED) | Outcome.RECEIVED
        case Step.RECALLED:
            return int(Outcome.NOT_ASKED)
        case Step.ADOPTED | Step.OUTDATED | Step.STOOD_ASIDE:
            return _after_joint(state, step, late)


def _after_joint(state: int, step: Step, late: bool) -> int:
    if step is Step.OUTDATED:
        return state | Flag.STALE
    fresh = state & ~Flag.STALE
    if step is Step.STOOD_ASIDE:
        return fresh
    first = outcome(state) not in DONE
    return fresh & ~OUTCOME_BITS | Outcome.ANSWERED | (Flag.LATE if late and first else 0)


_SAID = {
    Step.ANSWERED: Outcome.ANSWERED,
    Step.NOTHING_TO_REPORT: Outcome.NOTHING_TO_REPORT,
    Step.DECLINED: Outcome.DECLINED,
}
