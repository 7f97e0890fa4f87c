"""Whole units out of exact parts: each to the nearest, half up, or all so that they sum to the whole.

A part is an integer numerator over a denominator that all of them share: no fraction is made, and none is lost.
"""

from collections.abc import Mapping, Sequence


def half_up(part: int, whole: int) -> int:
    """part/whole to the nearest integer, a half upwards: as one does by hand. Neither may be negative."""
    return (2 * part + whole) // (2 * whole)


def nearest(parts: Sequence[int], whole: int) -> list[int]:
    """Each alone: checked by hand, but their sum may miss that of the parts by some units."""
    twice = 2 * whole
    return [(2 * part + whole) // twice for part in parts]  # half_up, without 2 900 calls for a nation


def largest_remainder(
    parts: Sequence[int], whole: int, total: int, keys: Sequence[int], codes: Sequence[str]
) -> list[int]:
    """`total` units, each part rounded down and the units left over given to the largest remainders.

    Equal remainders: the larger key first, then the lower code. `total` is the parts' sum, rounded down. Each gets less
    than a unit more or less than its part; with equal bases a larger key never gets less. Source: funding.md 5.
    """
    given, left = [], []
    for part in parts:
        units, remainder = divmod(part, whole)
        given.append(units)
        left.append(remainder)
    order = sorted(range(len(given)), key=lambda at: (-left[at], -keys[at], codes[at]))
    for at in order[: total - sum(given)]:
        given[at] += 1
    return given


def apportion(total: int, keys: Mapping[str, int]) -> dict[str, int]:
    """`total` whole units by code, in proportion to `keys`, so that they sum to it: a cost shared, a stream booked.

    Raises ValueError where there is no key to go by: nothing is shared among nobody.
    """
    whole = sum(keys.values())
    if total < 0 or whole <= 0 or min(keys.values()) < 0:
        raise ValueError("a sum of nought or more, and keys of which one at least is more than nought")
    codes = list(keys)
    sizes = list(keys.values())
    return dict(
        zip(codes, largest_remainder([total * size for size in sizes], whole, total, sizes, codes), strict=True)
    )
