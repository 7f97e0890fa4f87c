"""On SQLite, where one process writes at a time."""

from collections.abc import Iterator, Mapping

from proofs.promise import Figure
from proofs.sent_once.run import run as course
from proofs.servers import ordinary, tables

NAME = "sent-once-sqlite"
PROMISE = "A round to 100 000 bodies, sender, worker and tick killed 100 times: none lost, none double, on SQLite."


def run(scale: float = 1, planted: Mapping[str, str] | None = None) -> Iterator[Figure]:
    with ordinary.workplace("sent") as folder:
        yield from course(tables.sqlite(folder), folder, scale, planted)
