"""The last minute of a round: everybody sends at once, and others read beside them.

The *empty view* is the statement on accessibility, asked for by the same logins: middleware, session, login, mandates
and shell as on every page, and nothing of its own. It is measured in turn with what it is compared to, in one run.
"""

from collections.abc import Iterator
from pathlib import Path

from proofs.deadline import minute, turns
from proofs.promise import Figure, at_least, exactly, said, scaled
from proofs.servers import databases, ordinary, vaxel

NAME = "deadline"
PROMISE = "311 bodies send within one minute beside 50 readers without an error, at a rate near an empty view's."
BODIES, READERS, SECONDS, TURNS = 311, 50, 60, 24
LEAST_READS, LEAST_SUBMITS = 0.5, 0.3


def run(scale: float = 1) -> Iterator[Figure]:
    for name, database in databases.both():
        with database as url, ordinary.workplace("deadline") as folder:
            yield from (_of(name, figure) for figure in proved(url, folder, scale))


def proved(url: str, folder: Path, scale: float) -> Iterator[Figure]:
    env = vaxel.environment(url, folder)
    bodies, readers, turn = scaled(BODIES, scale, 3), scaled(READERS, scale, 2), scaled(TURNS, scale, 2)
    world = vaxel.module(env, "proofs.deadline.world", "fill", bodies, readers, turn)
    with vaxel.web(env, folder, workers=None, together=True) as address:
        rates = turns.measured(address, world, turn)
        last = minute.lived(address, world, SECONDS * scale)
    stands = vaxel.module(env, "proofs.deadline.world", "stands", world["round"])
    yield from figures(rates, last, stands, bodies)


def figures(rates: turns.Rates, last: minute.Minute, stands: int, bodies: int) -> Iterator[Figure]:
    yield exactly("errors, whoever asked for what", len(last.errors) + len(rates.errors), 0)
    yield exactly("bodies whose answer stands afterwards", stands, bodies)
    yield at_least("reads, throughput against an empty view", rates.ratio("read"), LEAST_READS)
    yield at_least("submits, throughput against an empty view", rates.ratio("submit"), LEAST_SUBMITS)
    yield said("empty views a second", rates.per_second("empty"))
    for kind in rates.reads:
        yield said(f"{kind}, against an empty view", rates.ratio(kind))
    yield said("requests in the minute", len(last.took))
    yield said("the last body had its receipt after, s", last.seconds)
    for kind in ("submit", "read"):
        yield said(f"{kind} in the minute, p50 and p95, ms", last.percentiles(kind))
    yield said("what went wrong", sorted(set(last.errors + rates.errors))[:5])


def _of(database: str, figure: Figure) -> Figure:
    return Figure(f"{database}: {figure.name}", figure.value, figure.goal, figure.ok)
