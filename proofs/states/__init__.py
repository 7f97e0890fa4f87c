"""Any commands in any order: a state machine plays each kind of thing and holds it against what must always be true."""

import os
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from proofs.promise import Figure, at_least, exactly, said, scaled
from proofs.states.play import MACHINES, Played, in_own_process

NAME = "states"
PROMISE = (
    "Whatever is done in whatever order: a round, a delivery, a template and a mandate are only ever in legal states."
)
PLAYS, STEPS = 1000, 100
TOGETHER = 125  # plays in one process


def run(scale: float) -> Iterable[Figure]:
    plays = scaled(PLAYS, scale, least=2)
    steps = STEPS if scale >= 0.1 else 20
    start = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as at_once:
        played = {
            name: [
                at_once.submit(in_own_process, name, min(TOGETHER, plays - first), steps, first)
                for first in range(0, plays, TOGETHER)
            ]
            for name in MACHINES
        }
        for name, parts in played.items():
            yield from _figures(name, parts, plays, steps)
    yield said("s in all", round(time.perf_counter() - start))


def _figures(name: str, parts: list[Future[Played]], plays: int, steps: int) -> Iterator[Figure]:
    done = [one.result() for one in parts]
    yield at_least(f"{name}: plays of {steps} steps", sum(one.whole for one in done), plays)
    yield at_least(f"{name}: steps taken", sum(one.steps for one in done), plays * steps)
    yield exactly(f"{name}: what was found wrong", [one.fault for one in done if one.fault], [])
