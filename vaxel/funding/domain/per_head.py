"""Sums per inhabitant in a few classes for a map: from the smallest to the largest, never in an order of bodies."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

MOST = 5


def per_head(ore: int, people: int) -> int | None:
    """Whole öre per inhabitant, to the nearest; None where nobody is counted."""
    return int((Fraction(ore, people) * 2 + 1).__floor__() // 2) if people else None


def classes(values: Sequence[int]) -> list[tuple[int, int]]:
    """Equal steps from the smallest to the largest, in öre; both ends belong. Alike values are one class."""
    if not values:
        return []
    low, high = min(values), max(values)
    if high - low < MOST:
        return [(low, high)]
    step = Fraction(high - low + 1, MOST)
    edges = [low + (step * place).__floor__() for place in range(MOST)] + [high + 1]
    return [(first, after - 1) for first, after in pairwise(edges)]


def class_of(value: int, found: Sequence[tuple[int, int]]) -> int:
    """The place of the class the value lies in."""
    return next(place for place, (_low, high) in enumerate(found) if value <= high)
