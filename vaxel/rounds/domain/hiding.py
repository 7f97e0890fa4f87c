"""Which figures of a published table are held back, so that nobody's own can be read out of it. Pure."""

from collections.abc import Sequence

from vaxel.rounds.domain.few import FEWEST, tells_who

TOGETHER = 3  # parts, each of which knows its own figure: with that taken away two are left


def held_back(cells: Sequence[int], together: int = 2) -> frozenset[int]:
    """Places to leave empty in a row of counts whose total is published beside it.

    Every count of one or two; and where those held back are fewer than `together`, or their sum would itself tell, the
    least of the others as well, so that the total less what is shown is never one body's own. A row where nothing tells
    is shown whole. Nought is shown: of nobody there is nothing to tell.
    """
    hidden = {place for place, number in enumerate(cells) if tells_who(number)}
    others = sorted((number, place) for place, number in enumerate(cells) if number >= FEWEST)
    while hidden and others and _gives_away(cells, hidden, together):
        hidden.add(others.pop(0)[1])
    return frozenset(hidden)


def _gives_away(cells: Sequence[int], hidden: set[int], together: int) -> bool:
    """One alone is the total less the rest; ones and twos whose sum is known may have but one way to be shared out."""
    small = [cells[place] for place in hidden if tells_who(cells[place])]
    return len(hidden) == len(small) or len(hidden) < together
