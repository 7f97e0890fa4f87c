"""In which order a body is reached: its own choice, each turn after the one before."""

from collections.abc import Iterable
from enum import StrEnum


class Turn(StrEnum):
    """The body's own people and mailbox, and last its county's coordinator (a unit's: its principal's contact)."""

    CONTACT = "contact"
    DEPUTY = "deputy"
    MAILBOX = "mailbox"
    COORDINATOR = "coordinator"


DEFAULT_ORDER = tuple(Turn)


class OrderError(ValueError):
    """The turns chosen are no order."""


def ordered(turns: Iterable[str]) -> tuple[Turn, ...]:
    """Each turn at most once, and at least one of the body's own: a body is never reached past itself alone."""
    found = tuple(Turn(turn) for turn in turns)
    if len(set(found)) < len(found):
        raise OrderError("a turn comes twice")
    if not set(found) - {Turn.COORDINATOR}:
        raise OrderError("none of the body's own")
    return found


def written(order: Iterable[Turn]) -> str:
    return ",".join(order)


def read(text: str) -> tuple[Turn, ...]:
    return tuple(Turn(turn) for turn in text.split(",")) if text else DEFAULT_ORDER
