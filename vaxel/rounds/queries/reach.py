"""How a body is reached (`network.queries.reaching`), and its line as the rule of reminding asks for it."""

from vaxel.network.queries.reaching import MOST_IN_LIST, NOBODY, REACHABLE, Reach, Reached, orders, reach, ways
from vaxel.rounds.domain.reminding import Line

__all__ = ["MOST_IN_LIST", "NOBODY", "REACHABLE", "Reach", "Reached", "lines", "orders", "reach", "ways"]


def lines(body_ids, day) -> dict[int, tuple[Line, tuple[Reach, ...]]]:
    """Each body's order and who in it can be reached, with the ways themselves."""
    bodies = list(dict.fromkeys(body_ids))
    can, order = ways(bodies, day), orders(bodies, day)
    return {body: (Line(order[body], frozenset(way.turn for way in can[body])), can[body]) for body in bodies}
