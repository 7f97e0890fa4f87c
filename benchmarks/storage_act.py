import multiprocessing
import random
import time
import uuid

from django.db import OperationalError, connection, connections

from benchmarks.big_sweden import big_sweden
from benchmarks.own_database import own_database, postgres_parameters
from benchmarks.sent_rounds import frame_of_all, rounds_of
from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM
from vaxel.rounds.commands import storage
from vaxel.rounds.commands.deliveries import step
from vaxel.rounds.domain.state import Outcome, Step
from vaxel.rounds.models import Delivery, StateVector, UnfoldedMark
from vaxel.rounds.queries.progress import states
from vaxel.rounds.queries.vectors import kept
from vaxel.rounds.ticks import fold_all

NAME = "storage-act"
DESCRIPTION = (
    "8 writers on PostgreSQL: state, receipt, key, mark and journal row, against a bare UPDATE through the same driver."
)
BODIES, WRITERS, SECONDS, GOAL = 100_000, 8, 6, 0.30
BARE = "UPDATE rounds_delivery SET state = %s WHERE id = %s"
NEITHER = {"ratio": 0.0, "goal": f"≥ {GOAL}", "ok": False}


def run():
    try:
        with own_database(postgres=True):
            return _run()
    except (OperationalError, ImportError) as no:
        return NEITHER | {
            "figures": {"not run": f"PostgreSQL is not reached ({type(no).__name__}); set VAXEL_BENCH_POSTGRES"}
        }


def _run():
    sweden = big_sweden(BODIES)
    ours, bare = rounds_of(sweden, frame_of_all(), 2, with_rows=2)
    Delivery.objects.update(state=Outcome.SENT)
    StateVector.objects.update(**kept(ours.frame, bytes([Outcome.SENT]) * BODIES))
    # The bare writers have a round of their own in the same table: they leave no marks, and its totals would be wrong.
    kinds = {
        "bare UPDATE": (_bare, _ids(bare)),
        "storage act": (_act, _ids(ours)),
        "whole command": (_command, _ids(ours)),
    }
    tries = [{name: _per_second(*each) for name, each in kinds.items()} for _ in range(2)]
    best = {name: max(one[name] for one in tries) for name in kinds}
    fold_all()
    left, equal = UnfoldedMark.objects.count(), _equal(ours)
    ratio = best["storage act"] / best["bare UPDATE"]
    figures = {
        "writers": WRITERS,
        "bodies": BODIES,
        **{f"{name}, per s": number for name, number in best.items()},
        "whole command, ratio": best["whole command"] / best["bare UPDATE"],
        "marks left after the fold": left,
        "totals equal the rows": equal,
    }
    return {"ratio": ratio, "goal": f"≥ {GOAL}", "ok": ratio >= GOAL and equal, "figures": figures}


def _ids(round_):
    return list(Delivery.objects.filter(round=round_).values_list("pk", flat=True))


def _equal(round_):
    return list(states(round_).values()) == list(
        Delivery.objects.filter(round=round_).order_by("position").values_list("state", flat=True)
    )


def _per_second(writer, ids):
    """Eight processes, each with its own connection, on rows drawn alike; how many acts a second in all."""
    connection.close()
    start = multiprocessing.get_context("fork")
    done = start.Queue()
    parameters = postgres_parameters()
    several = [start.Process(target=_write, args=(writer, ids, number, done, parameters)) for number in range(WRITERS)]
    for one in several:
        one.start()
    rates = [done.get(timeout=SECONDS * 10) for _ in several]
    for one in several:
        one.join()
    return sum(rates)


def _write(writer, ids, number, done, parameters):
    connections.close_all()
    drawn, acts = random.Random(number), 0  # noqa: S311 - a draw, no secret
    with writer(parameters) as act:
        end = time.perf_counter() + SECONDS
        while time.perf_counter() < end:
            act(drawn.choice(ids))
            acts += 1
    done.put(acts / SECONDS)


class _bare:  # noqa: N801 - reads as what it does
    """psycopg alone, one statement in its own transaction, prepared as the driver sees fit."""

    def __init__(self, parameters):
        import psycopg

        self.connection = psycopg.connect(**parameters, autocommit=True)

    def __enter__(self):
        return lambda delivery: self.connection.execute(BARE, [Outcome.RECEIVED, delivery])

    def __exit__(self, *_):
        self.connection.close()


class _act(_bare):  # noqa: N801
    """The storage act's own statement, through the same driver."""

    def __enter__(self):
        row = Delivery(pk=0, state=Outcome.RECEIVED, received_at=clock.now())
        self.same = storage.parameters(
            storage.Written(row, Step.RECEIVED, clock.now(), None, uuid.uuid4(), 1, 1), clock.now()
        )
        self.statement = storage.statement(Step.RECEIVED)
        return self._write

    def _write(self, delivery):
        self.connection.execute(self.statement, {**self.same, "id": delivery, "key": uuid.uuid4().hex * 2}).fetchone()


class _command:  # noqa: N801
    """All of it: lock, told already, policy, storage, commit, through Django."""

    def __init__(self, parameters):
        pass

    def __enter__(self):
        return self._step

    def _step(self, pk):
        what = Step.RELAYED  # allowed again and again
        step(Delivery(pk=pk), what, by=SYSTEM, key=uuid.uuid4().hex, received_at=clock.now())

    def __exit__(self, *_):
        connections.close_all()
