"""Ten times what domain.md §11 counts: 200 000 units and 1 000 rounds, against today's 20 000 and 100 in the same run.

What shows one thing may cost what it costs today, and half as much again. What lists, counts or lays ten times as much may
grow as `growth` lets the opening of a round: by a slope of 1.1 a decade, for rows are sorted and their indexes grow deeper.
The network grows between the two measurements, in the same database.
"""

from collections.abc import Iterator

from django.test import override_settings

from proofs.growth.costs import OPENING
from proofs.promise import Figure, at_most, exactly, said, scaled
from proofs.servers import databases, ordinary
from proofs.ten_times.measured import Sizes, Taken, taken_twice

NAME = "ten-times"
PROMISE = (
    "With ten times the units and rounds, one thing costs what it costs today, and ten times as much at most its share."
)
TODAY = Sizes(units=20_000, rounds=100, waiting=10)
TENFOLD = 10
STILL, SHARE = 1.5, round(TENFOLD**OPENING.steepest, 1)


def run(scale: float = 1) -> Iterator[Figure]:
    today = Sizes(scaled(TODAY.units, scale, 700), scaled(TODAY.rounds, scale, 4), scaled(TODAY.waiting, scale, 2))
    for name, own in databases.both_here():
        with own, ordinary.workplace("heads") as folder, override_settings(JOURNAL_HEADS=str(folder / "heads.txt")):
            yield from figures(name, *taken_twice(today, today.times(TENFOLD)))


def figures(database: str, before: Taken, after: Taken) -> Iterator[Figure]:
    for name, costs in after.costs.items():
        most = SHARE if costs.grows else STILL
        yield at_most(f"{database}: {name}, against today", costs.least / before.costs[name].least, most)
    yield exactly(f"{database}: what vaxel verify finds wrong", after.wrong, [])
    sizes = f"{after.sizes.units} units, {after.rounds} rounds, {after.deliveries} deliveries"
    yield said(f"{database}: measured with", sizes)
    yield said(
        f"{database}: ms, today and tenfold",
        [f"{name} {before.costs[name].least * 1000:.3g}, {one.least * 1000:.3g}" for name, one in after.costs.items()],
    )
