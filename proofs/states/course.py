"""The plays of one machine, several at a time, each part in a process with a database of its own."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from proofs.promise import Figure, at_least, exactly, said, scaled
from proofs.so_far import so_far
from proofs.states.play import in_own_process

PLAYS, STEPS = 1000, 100
TOGETHER = 125  # plays in one process


def course(machine: str, scale: float) -> Iterator[Figure]:
    plays, steps = scaled(PLAYS, scale, least=2), STEPS if scale >= 0.1 else 20
    start = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as at_once:
        parts = [
            at_once.submit(in_own_process, machine, min(TOGETHER, plays - first), steps, first)
            for first in range(0, plays, TOGETHER)
        ]
        done = [one.result() for one in so_far(parts, f"{machine}, parts")]
    yield at_least(f"plays of {steps} steps", sum(one.whole for one in done), plays)
    yield at_least("steps taken", sum(one.steps for one in done), plays * steps)
    yield exactly("what was found wrong", [one.fault for one in done if one.fault], [])
    yield said("s in all", round(time.perf_counter() - start))
