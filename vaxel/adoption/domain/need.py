"""Need in four equal parts: who has the greatest, told without ranking anyone inside a part."""

from collections.abc import Mapping
from fractions import Fraction

QUARTILES = (4, 3, 2, 1)  # the greatest need first, as everything is shown


def quartiles(need: Mapping[int, Fraction], *, high_is_need: bool = True) -> dict[int, int]:
    """Body → 1 (least) to 4 (greatest). Equal figures are never parted: they share the part of their middle place.

    Bodies without a figure are not in the answer; they are told of by themselves, never counted as without need.
    """
    order = sorted(need.values(), reverse=not high_is_need)
    first: dict[Fraction, int] = {}
    last: dict[Fraction, int] = {}
    for place, value in enumerate(order):
        first.setdefault(value, place)
        last[value] = place
    return {body: _part(first[value] + last[value], len(order)) for body, value in need.items()}


def _part(twice_the_middle: int, number: int) -> int:
    return min(4, 1 + 4 * (twice_the_middle + 1) // (2 * number))
