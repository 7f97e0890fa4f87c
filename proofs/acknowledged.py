"""PostgreSQL is crashed again and again while bodies answer. Three ways: a process of it, all of it, its machine."""

import itertools
import time
from collections.abc import Callable, Iterator, Mapping

from proofs.answering.load import Noted, answering, lost
from proofs.answering.world import lay
from proofs.promise import Figure, at_least, at_most, exactly, said, scaled
from proofs.servers import ordinary, postgres, tables, vaxel

NAME = "acknowledged"
PROMISE = (
    "PostgreSQL crashes under load: no acknowledged answer is lost, clients see nothing but 503, and it goes on alone."
)
CRASHES = 20
PROGRAMS, BROWSERS = 5, 3
BETWEEN = 20  # promises made in peace between two crashes, so that each meets a running load
PATIENCE = 60
IN_FLIGHT = 0.3  # seconds: what the database had said done, and the client had not read yet
GONE_ON, HUNG = 30, 10  # seconds


def run(scale: float = 1, planted: Mapping[str, str] | None = None) -> Iterator[Figure]:
    """`planted`: faults by which a test shows what this finds."""
    crashes = scaled(CRASHES, scale)
    with ordinary.workplace("acknowledged") as folder, postgres.server() as server:
        url = tables.postgresql(server, folder)
        env = vaxel.environment(url, folder, **(planted or {}))
        world = lay(env, bodies=PROGRAMS + BROWSERS, rounds=1)
        others = {name: vaxel.start(env, *line, log=folder / name) for name, line in BESIDE.items()}
        try:
            with (
                vaxel.web(env, folder) as address,
                answering([address], world, programs=PROGRAMS, browsers=BROWSERS) as noted,
            ):
                back = [_crash(server, how, noted) for how in itertools.islice(itertools.cycle(WAYS), crashes)]
            alive = [name for name, process in others.items() if process.poll() is None]
        finally:
            for process in others.values():
                vaxel.kill(process)
        yield from _figures(url, noted, back, alive)


def _crash(server: postgres.Server, how: Callable[[postgres.Server], None], noted: Noted) -> float:
    """Seconds from the crash to the next promise that is not of before it."""
    began = time.monotonic()
    while noted.since(began) < BETWEEN and time.monotonic() - began < PATIENCE:
        time.sleep(0.1)
    moment = time.monotonic()
    how(server)
    server.wait_until_it_answers()
    return IN_FLIGHT + noted.first_after(moment + IN_FLIGHT, PATIENCE)


def _stopped_at_once(server: postgres.Server) -> None:
    server.stop("immediate")
    time.sleep(1)
    server.start()


def _without_power(server: postgres.Server) -> None:
    server.kill()
    time.sleep(1)
    server.start()


WAYS = (postgres.Server.crash_backend, _stopped_at_once, _without_power)
BESIDE = {"worker": ("worker",), "tick": ("tick", "--every", "2")}


def _figures(url: str, noted: Noted, back: list[float], alive: list[str]) -> Iterator[Figure]:
    yield said("crashes: of a process, of the server, of the machine", len(back))
    yield at_least("answers acknowledged", len(noted.promises), BETWEEN * len(back))
    yield exactly("acknowledged answers lost", len(lost(url, noted.promises)), 0)
    yield at_least("requests told 503 with Retry-After", noted.statuses[503], 1)
    yield exactly("requests told anything but done or 503 with Retry-After", len(noted.others), 0)
    if noted.others:
        yield said("what they were told", sorted(set(noted.others))[:10])
    yield at_most("longest wait for any answer, s", round(noted.longest, 2), HUNG)
    yield at_most("longest from a crash to the next acknowledged answer, s", round(max(back), 2), GONE_ON)
    yield exactly("worker and tick still running, not started again", sorted(alive), sorted(BESIDE))
