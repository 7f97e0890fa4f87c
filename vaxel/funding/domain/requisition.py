"""What a receiver does with its grants, stream by stream, and what it then claims. Whole öre; exact shares as fractions.

A share that is declined or has lapsed is returned, never shared out anew (S0; research/funding.md 5.9).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class RequisitionState(StrEnum):
    """Of one stream at one body. WAITING: nothing stands, and there is time."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"


class Standing(StrEnum):
    """Of a body as a whole."""

    REQUISITIONED = "requisitioned"  # at least something is taken up
    WAITING = "waiting"
    DECLINED = "declined"
    LAPSED = "lapsed"


def standing_of(states: Collection[RequisitionState]) -> Standing:
    """Taken up in part is taken up; a part that waits is waited for; declined only if everything is."""
    if RequisitionState.ACCEPTED in states:
        return Standing.REQUISITIONED
    if RequisitionState.WAITING in states or not states:
        return Standing.WAITING
    return Standing.LAPSED if RequisitionState.LAPSED in states else Standing.DECLINED


@dataclass(frozen=True)
class ClaimedSum:
    """`share_ore` is the exact sum to the nearest öre; `payout_ore` what is paid; the difference is a line of its own.

    `whole`: every stream is taken up, and the payout is the one that was decided.
    """

    share_ore: int
    payout_ore: int
    whole: bool

    @property
    def difference_ore(self) -> int:
        return self.payout_ore - self.share_ore


def claimed(shares: Mapping[str, Fraction], accepted: Collection[str], decided_ore: int, unit_ore: int) -> ClaimedSum:
    """`shares`: exact öre by stream. All taken up: as decided. Some declined: the exact shares of the others are added and
    rounded once, to the nearest payout unit, half up. Rounding stream by stream and then adding gives another sum (S3's
    table adds first). So also under largest remainder, which ranks whole receivers and has no say on a part of one.
    """
    exact = sum((shares[key] for key in accepted), Fraction(0))
    if set(accepted) == set(shares):
        return ClaimedSum(_half_up(exact), decided_ore, whole=True)
    return ClaimedSum(_half_up(exact), unit_ore * _half_up(exact / unit_ore), whole=False)


def _half_up(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def answered_states(chosen: Mapping[int, str], granted: Iterable[int]) -> dict[int, RequisitionState]:
    """By stream from the options chosen; a grant that nothing is chosen for waits."""
    said = {ACCEPT: RequisitionState.ACCEPTED, DECLINE: RequisitionState.DECLINED}
    return {key: said.get(chosen.get(key, ""), RequisitionState.WAITING) for key in granted}


ACCEPT, DECLINE = "accept", "decline"  # the options' ids in the questions
