"""Classes of population for the maps, so that lightness says size."""

from bisect import bisect_right
from statistics import median

MUNICIPALITY_BOUNDS = (10_000, 20_000, 50_000, 100_000)
COUNTY_BOUNDS = (200_000, 250_000, 300_000, 500_000)


def size_class(people: int | None, bounds: tuple[int, ...]) -> int | None:
    """0 for the smallest, `len(bounds)` for the largest; a bound belongs to the class above it. None if not known."""
    return None if people is None else bisect_right(bounds, people)


def typical(people: list[int]) -> int | None:
    """The size that half are below, to the nearest hundred. None of none."""
    return int(round(median(people), -2)) if people else None
