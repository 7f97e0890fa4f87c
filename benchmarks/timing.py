"""How long something took, and the median of some tries: a busy machine is fairest to the middle one."""

import gc
import statistics
import time


def seconds(work):
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median_seconds(work, times=5):
    work()  # the first is for the caches of both sides
    return statistics.median(seconds(work) for _ in range(times))
