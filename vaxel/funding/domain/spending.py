"""What a body says of the money it has had: used, carried over, to be repaid. Whole öre.

It must add up: what came is used, or goes on to next year, or goes back. *Reported*, *nothing to report* and *not in* are
three different things (research/funding.md 3, thread 6); who declines has said so, and is none of them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from vaxel.funding.domain.kronor import kr
from vaxel.rounds.domain.sentence import Sentence, _


class ReportState(StrEnum):
    """Of a body's account as a whole."""

    REPORTED = "reported"
    NOTHING = "nothing"  # it has had no money, and has said so
    NOT_IN = "not_in"
    DECLINED = "declined"


class Verdict(StrEnum):
    """Of one condition, by the assessor the agreement names and nobody else."""

    MET = "met"
    NOT_MET = "not_met"


@dataclass(frozen=True)
class Spent:
    """One stream at one body. `had`: what came to it, less what it has handed on (pooled, passed on, declined)."""

    had: int
    used: int
    carried: int
    repay: int

    @property
    def told(self) -> int:
        return self.used + self.carried + self.repay

    @property
    def difference(self) -> int:
        """What is told beyond what came; below nought something is not accounted for."""
        return self.told - self.had


A_KRONA = 100  # öre: a payout is rounded to whole kronor, and people write in kronor


def wrong(spent: Spent, title: str) -> Sentence | None:
    """Why the sums cannot stand, in one sentence; None where they add up.

    Less than a krona's difference is a payout's rounding. A body may have used more than it had, of its own money: so
    more used is right only where nothing is carried over or repaid.
    """
    own_money = spent.difference > 0 and not spent.carried and not spent.repay
    if abs(spent.difference) < A_KRONA or own_money:
        return None
    sums = {"title": title, "had": kr(spent.had), "told": kr(spent.told), "gap": kr(abs(spent.difference))}
    if spent.difference < 0:
        return Sentence(
            _(
                "%(title)s: ni har fått %(had)s men bara %(told)s är redovisat. Skriv vad de %(gap)s som fattas har använts"
                " till, förs över eller betalas tillbaka."
            ),
            sums,
        )
    return Sentence(
        _(
            "%(title)s: använt, överfört och att betala tillbaka blir %(told)s, %(gap)s mer än de %(had)s ni har fått."
            " Minska något av beloppen."
        ),
        sums,
    )


def left_to_carry(had: int, used: int) -> int:
    """What is offered as carry-over: what came, less what is known to be used."""
    return max(had - used, 0)


# -- the conditions for next year --------------------------------------------------------------------------------------


class Outcome(StrEnum):
    """Of one condition for one body. OPEN: nothing tells yet."""

    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"


@dataclass(frozen=True)
class ConditionOutcome:
    """A body's conditions for next year's money, in the agreement's order."""

    body: int
    outcomes: tuple[Outcome, ...]

    @property
    def whole(self) -> Outcome:
        """One that is not met decides; all must be met."""
        if Outcome.NOT_MET in self.outcomes:
            return Outcome.NOT_MET
        return Outcome.OPEN if Outcome.OPEN in self.outcomes else Outcome.MET


def account_in(state: ReportState | None, *, passed: bool) -> Outcome:
    """The interim account is in, or its last day has passed without it. None: never asked for."""
    if state in {ReportState.REPORTED, ReportState.NOTHING}:
        return Outcome.MET
    return Outcome.NOT_MET if passed and state is not None else Outcome.OPEN


def judged(verdicts: Mapping[int, Verdict], condition: int) -> Outcome:
    found = verdicts.get(condition)
    return Outcome(found) if found else Outcome.OPEN


def counted(rows: Iterable[ConditionOutcome]) -> dict[Outcome, int]:
    found = dict.fromkeys(Outcome, 0)
    for row in rows:
        found[row.whole] += 1
    return found


def standing_of(states: Collection[ReportState]) -> dict[ReportState, int]:
    found = dict.fromkeys(ReportState, 0)
    for state in states:
        found[state] += 1
    return found
