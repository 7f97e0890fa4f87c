"""Where a pool stands: drafted, put to its parties, agreed by all of them, or taken back."""

from collections.abc import Iterable
from enum import StrEnum


class PurposeKind(StrEnum):
    JOINT = "joint"  # a county's own purpose, paid from its parties' shares
    FEE = "fee"  # a service that many use and pay for: a node, a help desk


class PoolState(StrEnum):
    DRAFT = "draft"
    PROPOSED = "proposed"
    AGREED = "agreed"  # by every party; the money has moved
    WITHDRAWN = "withdrawn"


class PoolAct(StrEnum):
    EDIT = "edit"
    PROPOSE = "propose"
    ANSWER = "answer"
    CALL_BACK = "call_back"  # to the draft: the answers no longer hold
    WITHDRAW = "withdraw"


class PartAnswer(StrEnum):
    WAITING = "waiting"
    AGREED = "agreed"
    DECLINED = "declined"


def settled(answers: Iterable[PartAnswer]) -> bool:
    """Agreed by all: until the last of them no money moves."""
    kept = list(answers)
    return bool(kept) and all(one == PartAnswer.AGREED for one in kept)
