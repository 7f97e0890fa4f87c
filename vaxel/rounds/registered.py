"""What goes between two bodies, wherever in Växel: each capability offers its own, and every body's register holds them.

    registered.offer(source)          # in `ready()`

`source(body_id)` yields the items that have the body at one of their ends. An item is read from the very row that was written
when it was sent, in that command's transaction: there is no second table that could lack it (offentlighets- och
sekretesslagen 5 kap. 1 §).
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """`source` and `target` are bodies; None is the public, or everyone. `path`: where it is read."""

    at: dt.datetime
    what: str
    title: str
    source: int | None
    target: int | None
    number: str
    path: str
    round_id: int | None = None


_sources: list[Callable[[int], Iterable[Item]]] = []


def offer(source) -> None:
    """Offered twice is offered once: `ready()` may run again."""
    if source not in _sources:
        _sources.append(source)


def items_of(body_id) -> list[Item]:
    """The newest first."""
    return sorted((one for source in _sources for one in source(body_id)), key=lambda one: one.at, reverse=True)
