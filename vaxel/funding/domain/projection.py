"""Next year's population by the trend of the last years: a projection, never a figure to decide by.

Method (`METHOD`): a random walk with drift. The expected yearly change is the mean of the last years' changes; the
interval holds four times of five if the changes go on varying as they have: t × s × √(h + h²/n), where s is the changes'
standard deviation, n their number, h the years ahead, t Student's quantile. Whole people; the interval is rounded outwards.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import isqrt

METHOD = "random-walk-with-drift-1"
FEWEST = 3  # changes below which no spread can be told
# Student's t, one-sided 90 % (so 80 % between the ends), in thousandths, by degrees of freedom.
_T = {2: 1886, 3: 1638, 4: 1533, 5: 1476, 6: 1440, 7: 1415, 8: 1397, 9: 1383}


class ProjectionError(ValueError):
    pass


@dataclass(frozen=True)
class Projected:
    people: int
    low: int
    high: int


def project(people: Sequence[int], ahead: int) -> Projected:
    """`people`: one figure a year, oldest first, without gaps; `ahead`: whole years after the last of them."""
    changes = [after - before for before, after in pairwise(people)]
    if len(changes) < FEWEST or ahead < 1:
        raise ProjectionError(f"{len(people)} years are too few to project from")
    number, total = len(changes), sum(changes)
    middle = people[-1] + Fraction(total * ahead, number)
    half = _half_width(changes, ahead)
    return Projected(max(0, _nearest(middle)), max(0, (middle - half).__floor__()), max(0, (middle + half).__ceil__()))


def _half_width(changes: Sequence[int], ahead: int) -> Fraction:
    number = len(changes)
    mean = Fraction(sum(changes), number)
    variance = sum(((change - mean) * (change - mean) for change in changes), Fraction(0)) / (number - 1)
    t = Fraction(_T.get(number - 1, _T[max(_T)]), 1000)
    return _root(t * t * variance * (ahead + Fraction(ahead * ahead, number)))


def _root(square: Fraction) -> Fraction:
    """The square root, never too small: in thousandths, rounded up. Nought is nought."""
    if not square:
        return Fraction(0)
    scaled = (square * 1_000_000).__ceil__()
    root = isqrt(scaled)
    return Fraction(root + (root * root < scaled), 1000)


def _nearest(value: Fraction) -> int:
    return (value * 2 + 1).__floor__() // 2


@dataclass(frozen=True)
class Between:
    """What one receiver would get, in öre: as projected, and if it alone grew least or most."""

    ore: int
    low: int
    high: int


def sums_between(pot_ore: int, projected: Mapping[str, Projected]) -> dict[str, Between]:
    """By population, the others following their trend. A key of nobody is refused by `allocate`; here it is nothing."""
    whole = sum(one.people for one in projected.values())
    return {code: _between(pot_ore, one, whole - one.people) for code, one in projected.items()}


def _between(pot_ore: int, one: Projected, others: int) -> Between:
    def part(people: int) -> Fraction:
        return Fraction(pot_ore * people, people + others) if people + others else Fraction(0)

    return Between(_nearest(part(one.people)), part(one.low).__floor__(), part(one.high).__ceil__())


def changed_by(pot_ore: int, percent: Fraction) -> int:
    """The pot some percent larger or smaller, to the nearest whole krona; never below nought."""
    return max(0, _nearest(pot_ore * (100 + percent) / 10_000) * 100)


def common_years(series: Iterable[Mapping[int, int]], most: int) -> list[int]:
    """The latest years in a row that everyone has, oldest first, at most so many."""
    kept = set.intersection(*(set(one) for one in series)) if (series := list(series)) else set()
    years: list[int] = []
    for year in sorted(kept, reverse=True):
        if years and year != years[-1] - 1:
            break
        years.append(year)
    return sorted(years[:most])
