"""Visitors who come whether or not the last one has been answered."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from proofs.deadline.asking import Answer, Server

AT_ONCE = 100  # so many may wait at the same moment; more would only measure this client


@dataclass(frozen=True)
class Came:
    answers: Sequence[Answer]
    seconds: float

    @property
    def errors(self) -> list[str]:
        return [one.error for one in self.answers if one.error]

    def percentiles(self) -> list[float]:
        took = sorted(one.took * 1000 for one in self.answers)
        return [round(took[min(len(took) - 1, int(len(took) * part))]) for part in (0.5, 0.95)]


def came(address: str, paths: Sequence[str], a_second: int, seconds: float) -> Came:
    server = Server(address, AT_ONCE)
    number = max(1, round(a_second * seconds))
    began = time.monotonic()

    def visit(place: int) -> Answer:
        time.sleep(max(0, began + place / a_second - time.monotonic()))
        return server.get("visit", paths[place % len(paths)])

    with ThreadPoolExecutor(AT_ONCE) as several:
        answers = list(several.map(visit, range(number)))
    return Came(answers, time.monotonic() - began)
