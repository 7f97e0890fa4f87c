"""A delivery's state told again from its receipts: the projection must always equal this."""

from collections.abc import Iterable

from vaxel.rounds.domain.state import Flag, Step, after

NOT_SENT = 0


def rebuilt(receipts: Iterable[tuple[str, int]]) -> int:
    """`receipts` in the order they were written: (step, the byte noted on it). Only lateness is taken from the byte."""
    state = NOT_SENT
    for step, noted in receipts:
        state = after(state, Step(step), late=bool(noted & Flag.LATE))
    return state
