"""How fast a cost grows: its slope where both axes are logarithms. 1: ten times as much costs ten times as much."""

import math
from collections.abc import Sequence


def slope(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """By least squares over all points; costs in any unit."""
    across, up = [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    middle, level = sum(across) / len(across), sum(up) / len(up)
    return sum((x - middle) * (y - level) for x, y in zip(across, up, strict=True)) / sum(
        (x - middle) ** 2 for x in across
    )
