"""Throughput by turns: a slice of empty views, a slice of reads, a slice of submits, and again.

In one slice everybody asks for the same, or a slow page's queue would be counted on the quick one's account. The
slices lie so close that whatever else the machine does falls on all of them alike.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import Any

from proofs.deadline.asking import Answer, Server

AT_ONCE, SLICE = 8, 24  # askers, and requests in a slice
WARM = 96  # of each page before the clock starts: every thread's connection has then planned its questions (ADR 0038)
EMPTY = "/tillganglighet/"
EMPTY_ONLY = ({"path": EMPTY, "session": ""},)
Asks = Iterator[Callable[[], Answer]]
Pages = Sequence[Mapping[str, str]]


@dataclass
class Rates:
    reads: Sequence[str] = ()
    asked: dict[str, int] = field(default_factory=dict)
    spent: dict[str, float] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def add(self, kind: str, answers: Sequence[Answer], seconds: float) -> None:
        self.asked[kind] = self.asked.get(kind, 0) + len(answers)
        self.spent[kind] = self.spent.get(kind, 0) + seconds
        self.errors += [one.error for one in answers if one.error]

    def per_second(self, kind: str) -> float:
        kinds = self.reads if kind == "read" else [kind]
        return sum(self.asked[each] for each in kinds) / sum(self.spent[each] for each in kinds)

    def ratio(self, kind: str) -> float:
        return self.per_second(kind) / self.per_second("empty")


def measured(address: str, world: dict[str, Any], turns: int) -> Rates:
    """Empty views, each kind of read, and submits, of which the world holds enough."""
    empty = [{"path": EMPTY, "session": one} for one in world["sessions"]]
    return by_turns(address, {"empty": empty, **world["reads"]}, turns, world["drafts"])


def by_turns(address: str, pages: dict[str, Pages], turns: int, drafts: Pages = (), each: int = 0) -> Rates:
    """`each`: requests in a slice, else SLICE; where a page takes a thousandth of a second, a few are over before they are counted."""
    server = Server(address, AT_ONCE)
    kinds = {kind: _reads(server, kind, some) for kind, some in pages.items()}
    if drafts:
        kinds["submit"] = _submits(server, drafts)
    found = Rates(reads=[kind for kind in pages if kind != "empty"])
    with ThreadPoolExecutor(AT_ONCE) as several:
        for kind, asks in kinds.items():
            list(several.map(lambda ask: ask(), islice(asks, AT_ONCE if kind == "submit" else WARM)))
        for _ in range(turns):
            for kind, asks in kinds.items():
                slice_ = list(islice(asks, each or SLICE))
                began = time.perf_counter()
                answers = list(several.map(lambda ask: ask(), slice_))
                found.add(kind, answers, time.perf_counter() - began)
    return found


def _reads(server: Server, kind: str, pages: Pages) -> Asks:
    return (lambda one=one: server.get(kind, one["path"], one["session"]) for one in cycle(pages))


def _submits(server: Server, drafts: Pages) -> Asks:
    return (
        lambda one=one, number=number: server.post(
            "submit", one["path"], one["session"], key=f"turn-{number}", version="1.0"
        )
        for number, one in enumerate(drafts)
    )
