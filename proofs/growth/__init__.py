"""A thousand deliveries, ten thousand, a hundred thousand, a million: what grows, and what stands still.

docs/load.md and its picture are written from what was kept: `python -m proofs.growth.written`.
"""

from collections.abc import Iterator

from proofs.grown.slope import slope
from proofs.growth.costs import COSTS, Cost
from proofs.promise import Figure, at_most, said, scaled

NAME = "growth"
PROMISE = (
    "To open a round costs in proportion to its receivers; one act, one page and the totals cost the same in a million."
)
SIZES = (1_000, 10_000, 100_000, 1_000_000)
LARGEST_ROUND = 200_000  # ten times the units there are; the million is five rounds to all of them


def run(scale: float = 1) -> Iterator[Figure]:
    from proofs.growth.measured import stages  # with Django, which `written` does without
    from proofs.servers import databases

    sizes = tuple(scaled(size, scale, 20 * (place + 1)) for place, size in enumerate(SIZES))
    for name, own in databases.both_here():
        with own:
            yield from figures(name, stages(sizes, LARGEST_ROUND))


def figures(database: str, costs: dict[int, dict[str, float]]) -> Iterator[Figure]:
    sizes = list(costs)
    for cost in COSTS:
        found = [costs[size][cost.name] for size in sizes]
        yield at_most(f"{database}: {cost.name}, slope", slope(sizes, found), cost.steepest)
        yield said(points(database, cost), [f"{size}: {value:.4g}" for size, value in zip(sizes, found, strict=True)])


def points(database: str, cost: Cost) -> str:
    return f"{database}: {cost.name}, {cost.unit} at so many deliveries"
