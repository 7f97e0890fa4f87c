"""Numbers so small that they tell who: hidden, together with as many more as it takes that nobody can reckon them out."""

from collections.abc import Sequence

FEW = 3


def shielded(counts: Sequence[int]) -> list[int | None]:
    """The cells of one group whose sum is known. None is shown as "färre än tre" (or left out).

    One and two are hidden. If what is hidden is one number, or ones alone or twos alone, the sum would tell it: then the
    smallest of the others is hidden too. Nought is shown: it names nobody; but where there is no other to hide behind,
    and in a group of fewer than three, nothing at all is shown.
    """
    hidden = {place for place, count in enumerate(counts) if 0 < count < FEW}
    others = sorted((count, place) for place, count in enumerate(counts) if count >= FEW)
    if hidden and not others:
        return [None] * len(counts)
    if len({counts[place] for place in hidden}) == 1:
        hidden.add(others[0][1])
    return [None if place in hidden else count for place, count in enumerate(counts)]


def veiled(number: int, total: int) -> int | None:
    """One number of a group: None where it is small, or where the group is so small that any number tells who."""
    return None if 0 < number < FEW or 0 < total < FEW else number
