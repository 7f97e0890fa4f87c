"""How alike two signals are: shared stems in their words, the place and the kind. Pure, and tested by a golden table.

A stem weighs by how rare it is among those compared: "samtal" says little where everybody says it. The cosine of the
two lists, 0 to 1, is then lifted a little by the same kind and by nearness; never so that unlike words become alike.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

ALIKE = 0.25  # from here on worth a person's look
SAME_KIND, SAME_PLACE, SAME_COUNTY = 0.10, 0.15, 0.08
MOST_LIFT = 1.25


@dataclass(frozen=True)
class Said:
    """`stems` of title and text; `place` the body, `county` the one it lies in (0 for none)."""

    key: int
    stems: frozenset[str]
    kind: str
    place: int
    county: int = 0


@dataclass(frozen=True)
class Alike:
    key: int
    score: float
    shared: tuple[str, ...]  # the stems both have, the rarest first


def alike(one: Said, others: Sequence[Said], limit: int = 5) -> list[Alike]:
    """The most alike first; those below `ALIKE` are left out, and so is the signal itself."""
    weights = _weights([one, *others])
    found = (_compared(one, other, weights) for other in others if other.key != one.key)
    worth = [each for each in found if each.score >= ALIKE]
    return sorted(worth, key=lambda each: (-each.score, each.key))[:limit]


def _weights(all_said: Iterable[Said]) -> Mapping[str, float]:
    everyone = list(all_said)
    told = Counter(stem for said in everyone for stem in said.stems)
    return {stem: math.log(1 + len(everyone) / number) for stem, number in told.items()}


def _compared(one: Said, other: Said, weights: Mapping[str, float]) -> Alike:
    shared = one.stems & other.stems
    likeness = _cosine(one.stems, other.stems, shared, weights)
    rarest = sorted(shared, key=lambda stem: (-weights[stem], stem))
    return Alike(other.key, round(min(1.0, likeness * min(MOST_LIFT, 1 + _lift(one, other))), 3), tuple(rarest[:6]))


def _cosine(one: frozenset[str], other: frozenset[str], shared: frozenset[str], weights: Mapping[str, float]) -> float:
    def square(stems: frozenset[str]) -> float:
        return sum(weights[stem] ** 2 for stem in stems)

    if not shared:
        return 0.0
    return square(shared) / math.sqrt(square(one) * square(other))


def _lift(one: Said, other: Said) -> float:
    place = SAME_PLACE if one.place == other.place else SAME_COUNTY if one.county and one.county == other.county else 0
    return place + (SAME_KIND if one.kind == other.kind else 0)
