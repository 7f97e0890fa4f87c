"""Where a body's part stands, as the page needs to know it."""

from enum import StrEnum

from vaxel.rounds.domain.kinds import AnswerStatus, RoundKind, RoundState
from vaxel.rounds.domain.state import DONE, Flag, outcome


class Stage(StrEnum):
    READ = "read"  # a mailing: nothing to answer
    WRITE = "write"
    FOR_DECISION = "for_decision"  # waits for the body's own second mandate
    COMPLETION = "completion"  # the answer stands; more is asked for
    CHANGING = "changing"  # the answer stands while a new version is written
    SENT = "sent"
    CLOSED = "closed"


WRITING = frozenset({Stage.WRITE, Stage.COMPLETION, Stage.CHANGING})


def stage_of(delivery, draft, *, change=False) -> Stage:
    """`draft` is the version being written, if any; `change`: the body has asked to change what it has sent."""
    round = delivery.round
    if round.state != RoundState.OPEN:
        return Stage.CLOSED
    if round.kind == RoundKind.MAILING or not round.template_version_id:
        return Stage.READ
    if draft and draft.status == AnswerStatus.FOR_DECISION:
        return Stage.FOR_DECISION
    if delivery.state & Flag.COMPLETION_REQUESTED:
        return Stage.COMPLETION
    if outcome(delivery.state) not in DONE:
        return Stage.WRITE
    return Stage.CHANGING if draft or change else Stage.SENT
