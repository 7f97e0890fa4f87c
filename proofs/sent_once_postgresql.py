"""On a PostgreSQL of its own, where all write at once."""

from collections.abc import Iterator, Mapping

from proofs.promise import Figure
from proofs.sent_once.run import run as course
from proofs.servers import ordinary, postgres, tables

NAME = "sent-once-postgresql"
PROMISE = "A round to 100 000 bodies, sender, worker and tick killed 100 times: none lost, none double, on PostgreSQL."


def run(scale: float = 1, planted: Mapping[str, str] | None = None) -> Iterator[Figure]:
    with ordinary.workplace("sent") as folder, postgres.server() as server:
        yield from course(tables.postgresql(server, folder), folder, scale, planted)
