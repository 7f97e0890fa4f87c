"""What something costs, by measures that hold on a slow machine: its memory, and its work against other work of the same run."""

import time
import tracemalloc


def work(act) -> float:
    """Seconds of this process's own, whoever else is busy: compare it with another, never with a clock."""
    began = time.process_time()
    act()
    return time.process_time() - began


def memory(act) -> int:
    """Bytes at the most."""
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
