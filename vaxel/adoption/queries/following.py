"""How a retirement goes: who was told and has confirmed, and how many use the thing still."""

from dataclasses import dataclass

from vaxel.adoption.domain.small import veiled
from vaxel.adoption.queries.stages import spread
from vaxel.adoption.queries.vectors import lay
from vaxel.rounds.queries.progress import counts


@dataclass(frozen=True)
class Following:
    asked: int = 0  # in the remiss
    answered: int = 0
    told: int = 0  # by the mailing
    confirmed: int = 0
    in_use: int | None = 0  # None: a small number, to who sees no names


def following(retirement, *, exact) -> Following:
    consulted = counts(retirement.consultation) if _sent(retirement.consultation) else None
    told = counts(retirement.notice) if _sent(retirement.notice) else None
    whole = spread(lay(retirement.thing)).whole
    return Following(
        asked=consulted.asked if consulted else 0,
        answered=consulted.done if consulted else 0,
        told=told.asked if told else 0,
        confirmed=told.received if told else 0,
        in_use=whole.in_use if exact else veiled(whole.in_use, whole.total),
    )


def _sent(round):
    return round is not None and round.sent_at is not None
