"""Which figures of a published table are held back, so that nobody's own can be read out of it. Pure."""

from collections.abc import Collection, Iterable, Sequence

from vaxel.rounds.domain.few import FEWEST, tells_who

TOGETHER = 3  # parts, each of which knows its own figure: with that taken away two are left


def held_back(cells: Sequence[int], together: int = 2, forced: Collection[int] = ()) -> frozenset[int]:
    """Places to leave empty in a row of counts whose total is published beside it.

    Every count of one or two, and those `forced` by another table; and where those held back are fewer than `together`,
    or their sum would itself tell, the least of the others as well, so that the total less what is shown is never one
    body's own. A row where nothing tells is shown whole. Nought is shown: of nobody there is nothing to tell.
    """
    hidden = {place for place, number in enumerate(cells) if tells_who(number)} | set(forced)
    others = sorted((number, place) for place, number in enumerate(cells) if number >= FEWEST and place not in hidden)
    noughts = [(0, place) for place, number in enumerate(cells) if not number and place not in hidden]
    behind = [*others, *noughts]  # where there is nothing else: three ones that make three would each be known
    while hidden and behind and _gives_away(cells, hidden, together):
        hidden.add(behind.pop(0)[1])
    return frozenset(hidden)


def _gives_away(cells: Sequence[int], hidden: set[int], together: int) -> bool:
    """One alone is the total less the rest; ones and twos whose sum is known may have but one way to be shared out."""
    small = [cells[place] for place in hidden if tells_who(cells[place])]
    return len(hidden) == len(small) or len(hidden) < together


def held_back_by_parts(
    cells: Sequence[int], parts: Iterable[Collection[int]], together: int = 2, forced: Collection[int] = ()
) -> frozenset[int]:
    """As `held_back`, where who reads one of the parts knows that part's own total too, and so what lies outside it."""
    hidden, divisions = held_back(cells, together, forced), [frozenset(part) for part in parts]
    while True:
        found = set(hidden)
        for part in divisions:
            for side in (part, frozenset(range(len(cells))) - part):
                places = sorted(side)
                mine = [at for at, place in enumerate(places) if place in found]
                found |= {places[at] for at in held_back([cells[place] for place in places], together, mine)}
        if found == hidden:
            return hidden
        hidden = frozenset(found)


def laddered(counts: Sequence[int], total: int) -> list[int | None]:
    """So many have come so far or farther, stop by stop: None where a stop less the next shown one would be one or two.

    What is shown last is nearest the top of the ladder: how many use it fully is what one asks.
    """
    shown: list[int | None] = []
    above = 0
    for number in reversed(counts):
        known = not tells_who(number) and not tells_who(number - above) and not tells_who(total - number)
        shown.append(number if known else None)
        above = number if known else above
    return shown[::-1]


def in_steps(numbers: Sequence[tuple[int, int]]) -> list[int]:
    """A figure from one time to the next, as it is published: (its value, how many bodies have moved it since the last).

    It stays as it was until at least three have moved it: one time less another is then never one or two bodies' own.
    """
    shown, waiting, found = 0, 0, []
    for value, moved in numbers:
        waiting += moved
        if not waiting or not tells_who(waiting):
            shown, waiting = value, 0
        found.append(shown)
    return found
