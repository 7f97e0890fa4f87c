"""What is measured, and how steeply it may grow. Needs no Django: the page is written from these too."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """`steepest`: the slope it may have; small costs are noisy, and a tenth over three decades is a doubling."""

    name: str
    unit: str
    steepest: float


OPENING = Cost("opening", "s", 1.1)
ACT = Cost("one delivery's act", "ms", 0.1)
PAGE = Cost("one delivery's page", "ms", 0.1)
TOTALS = Cost("totals at every node", "ms", 0.1)
COSTS = (OPENING, ACT, PAGE, TOTALS)
