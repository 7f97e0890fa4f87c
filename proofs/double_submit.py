"""Every answer is posted by twenty at the same moment, with one Idempotency-Key."""

import json
import threading
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from proofs.answering.client import Program, Reply
from proofs.answering.world import World, lay
from proofs.promise import Figure, exactly, said, scaled
from proofs.servers import ordinary, postgres, sql, tables, vaxel

NAME = "double-submit"
PROMISE = "Twenty posts of one answer at once leave one answer, and all twenty get its receipt, on both databases."
KEYS, AT_ONCE, ROUNDS = 1000, 20, 10
WORKERS = 5  # of four threads: all twenty are under way at the same time
TRIES = 20


@dataclass
class Told:
    """What all who posted were told."""

    alike: int = 0
    receipts: set[int] = field(default_factory=set)
    statuses: Counter[int] = field(default_factory=Counter)


def run(
    scale: float = 1, planted: Mapping[str, str] | None = None, databases=("SQLite", "PostgreSQL")
) -> Iterator[Figure]:
    keys = scaled(KEYS, scale, least=10)
    with ordinary.workplace("double") as folder:
        if "SQLite" in databases:
            yield from _on("SQLite", tables.sqlite(folder), folder, keys, planted or {})
        if "PostgreSQL" in databases:
            with postgres.server() as server:
                yield from _on("PostgreSQL", tables.postgresql(server, folder), folder, keys, planted or {})


def _on(database, url, folder, keys, planted) -> Iterator[Figure]:
    env = vaxel.environment(url, folder, **planted)
    rounds = min(ROUNDS, keys)
    world = lay(env, bodies=-(-keys // rounds), rounds=rounds, drafted=True)
    with vaxel.web(env, folder, workers=WORKERS) as address:
        told = _post_all(address, world, keys)
    answers = sql.one(url, "SELECT count(*) FROM rounds_answer WHERE status = 'submitted'")
    receipts = sql.one(url, "SELECT count(*) FROM rounds_receipt WHERE step = 'answered'")
    yield said(f"{database}: posts", keys * AT_ONCE)
    yield exactly(f"{database}: answers of {keys} keys", answers, keys)
    yield exactly(f"{database}: receipts that they were answered", receipts, keys)
    yield exactly(f"{database}: receipts that were told", len(told.receipts), keys)
    yield exactly(f"{database}: keys whose {AT_ONCE} posts were all told the same", told.alike, keys)
    others = {status: number for status, number in told.statuses.items() if status != 200}
    yield said(f"{database}: posts told to come again first (503)", others.pop(503, 0))
    yield exactly(f"{database}: any other answer", sum(others.values()), 0)


def _post_all(address: str, world: World, keys: int) -> Told:
    told, start = Told(), threading.Barrier(AT_ONCE)
    parts = [(who, round_id) for round_id in world.rounds for who in world.people][:keys]
    with ThreadPoolExecutor(AT_ONCE) as threads:
        for who, round_id in parts:
            program, key = Program(address, who), uuid.uuid4().hex
            posts = [threads.submit(_post, program, round_id, key, start) for _ in range(AT_ONCE)]
            _note(told, [post.result() for post in posts])
    return told


def _post(program: Program, round_id: int, key: str, start: threading.Barrier) -> list[Reply]:
    """Until it is told anything but to come again."""
    start.wait()
    replies = []
    for _ in range(TRIES):
        replies.append(program.post(f"{program.part(round_id)}/submit", {}, key))
        if replies[-1].status != 503:
            break
    return replies


def _note(told: Told, tries: list[list[Reply]]) -> None:
    told.statuses.update(reply.status for replies in tries for reply in replies)
    last = [replies[-1] for replies in tries]
    told.alike += {reply.status for reply in last} == {200} and len({reply.body for reply in last}) == 1
    told.receipts |= {number for reply in last if (number := _receipt(reply))}


def _receipt(reply: Reply) -> int | None:
    return json.loads(reply.body)["receipt"]["number"] if reply.status == 200 else None
