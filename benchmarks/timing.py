"""How long something took."""

import gc
import time


def seconds(work):
    gc.collect()
    return _clocked(work)


def best_of_each(*works, times=40):
    """The shortest of each, taken in turn: what else runs on the machine disturbs all alike, and never helps any."""
    for work in works:
        work()
    gc.collect()  # once: between the tries it would empty the processor's caches of short works
    tries = [[_clocked(work) for work in works] for _ in range(times)]
    return [min(one) for one in zip(*tries, strict=True)]


def _clocked(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
