"""The minute itself: each body comes when it comes, opens its part, writes, reads through and sends; others read."""

import random
import re
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

from proofs.deadline.asking import Answer, Server

THINKING = 4  # seconds between two pages of one reader
HIDDEN = re.compile(rb'name="(key|version)" value="([^"]*)"')


@dataclass
class Minute:
    took: list[Answer] = field(default_factory=list)
    seconds: float = 0

    @property
    def errors(self) -> list[str]:
        return [one.error for one in self.took if one.error]

    def percentiles(self, kind: str) -> list[float]:
        took = sorted(one.took * 1000 for one in self.took if one.kind == kind)
        return [round(took[min(len(took) - 1, int(len(took) * part))]) for part in (0.5, 0.95)] if took else []


def lived(address: str, world: dict[str, Any], seconds: float) -> Minute:
    """All have sent when it returns, however long that took."""
    bodies, readers = world["bodies"], world["readers"]
    server = Server(address, len(bodies) + len(readers))
    found, over = Minute(), threading.Event()
    drawn = random.Random(311)
    began = time.monotonic()
    with ThreadPoolExecutor(len(bodies) + len(readers)) as several:
        reading = [several.submit(_read, server, pages, over) for pages in readers]
        sending = [several.submit(_send, server, body, began + drawn.uniform(0, seconds)) for body in bodies]
        for one in sending:
            found.took += one.result()
        found.seconds = time.monotonic() - began
        over.set()
        for one in reading:
            found.took += one.result()
    return found


def _send(server: Server, body: dict[str, Any], at: float) -> list[Answer]:
    time.sleep(max(0, at - time.monotonic()))
    return list(_sent(server, body))


def _sent(server: Server, body: dict[str, Any]) -> Iterator[Answer]:
    path, session = body["path"], body["session"]
    yield server.get("open", path, session)
    yield server.post("save", f"{path}spara/", session, do="review", **body["values"])
    review = server.get("review", f"{path}granska/", session)
    yield review
    hidden = {name.decode(): value.decode() for name, value in HIDDEN.findall(review.body)}
    yield server.post("submit", f"{path}granska/", session, **hidden)


def _read(server: Server, pages: list[dict[str, str]], over: threading.Event) -> list[Answer]:
    """Until the last has sent; somebody who reads pauses."""
    found = []
    for page in cycle(pages):
        found.append(server.get("read", page["path"], page["session"]))
        if over.wait(random.uniform(0.5, 1.5) * THINKING):
            return found
    return found
