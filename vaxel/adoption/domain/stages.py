"""How far a body has come in using a thing. Present stage and what others are shown share one byte."""

from enum import IntEnum


class AdoptionStage(IntEnum):
    """In the order one passes them; the first is where nothing has been registered, which is not the same as no."""

    NONE = 0
    NOT_RELEVANT = 1
    EXPLORING = 2
    INSTALLING = 3
    INITIAL_USE = 4
    FULL_USE = 5
    RETIRED = 6


# The stops of the line; beside it lie not relevant and retired.
LINE = (AdoptionStage.EXPLORING, AdoptionStage.INSTALLING, AdoptionStage.INITIAL_USE, AdoptionStage.FULL_USE)
IN_USE = frozenset({AdoptionStage.INITIAL_USE, AdoptionStage.FULL_USE})

BITS = 0b111
_SHIFT = 3


def packed(own: AdoptionStage, shown: AdoptionStage) -> int:
    """The body's own present stage in the low three bits, what others see of it in the three above."""
    return own | shown << _SHIFT


def own_stage(byte: int) -> AdoptionStage:
    return AdoptionStage(byte & BITS)


def shown_stage(byte: int) -> AdoptionStage:
    return AdoptionStage(byte >> _SHIFT & BITS)


def next_stop(stage: AdoptionStage) -> AdoptionStage | None:
    """What comes next on the line; None at its end, and beside it."""
    if stage == AdoptionStage.NONE:
        return LINE[0]
    return LINE[LINE.index(stage) + 1] if stage in LINE[:-1] else None
