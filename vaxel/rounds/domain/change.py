"""Has a figure changed so much since last time that whoever sends it would want to look twice? Pure.

| before | now | much? |
|---|---|---|
| 100 | 124 | no: less than a quarter |
| 100 | 125 | yes |
| 100 | 75 | yes, downward |
| 0 | 1 | yes: from nothing to something has no per cent |
| 0 | 0 | no |

The limit is a quarter for every figure: it is a question to the writer, never a fault that stops anything.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from vaxel.rounds.domain.question import MEASURED, Question

MUCH = Fraction(1, 4)


@dataclass(frozen=True)
class Change:
    """`share` is the difference as a part of what was; None from nought, where no part can be said."""

    before: Fraction
    now: Fraction
    share: Fraction | None


def changed_much(question: Question, before: Any, now: Any) -> Change | None:
    """Of figures alone; None where one is not answered or the difference is small."""
    if question.type not in MEASURED or before is None or now is None:
        return None
    was, became = Fraction(before), Fraction(now)
    if was == became:
        return None
    share = (became - was) / abs(was) if was else None
    return Change(was, became, share) if share is None or abs(share) >= MUCH else None
