"""How far a long proof has come: a line now and then beside the answer, which comes when all is done."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
BETWEEN = 60  # seconds


def so_far(items: Sequence[T], what: str, between: float = BETWEEN) -> Iterator[T]:
    """The items, one by one."""
    told = time.monotonic()
    for number, item in enumerate(items):
        if time.monotonic() - told >= between:
            sys.stderr.write(f"… {what}: {number} of {len(items)}\n")
            sys.stderr.flush()
            told = time.monotonic()
        yield item
