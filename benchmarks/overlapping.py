import multiprocessing
import random
import time
import uuid

from django.db import connection, connections

from benchmarks.big_sweden import big_sweden
from benchmarks.own_database import own_database
from benchmarks.sent_rounds import frame_of_all, rounds_of
from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM
from vaxel.rounds.checks import wrong_deliveries, wrong_vectors
from vaxel.rounds.commands.bulk import load
from vaxel.rounds.commands.deliveries import step
from vaxel.rounds.domain.state import Outcome, Step
from vaxel.rounds.models import Delivery, StateVector, UnfoldedMark
from vaxel.rounds.queries.vectors import kept
from vaxel.rounds.ticks import fold_all
from vaxel.ui.refusal import Refusal

NAME = "overlapping"
DESCRIPTION = "8 writers and two folders at once on the same few bodies: totals equal a rebuild from the receipts."
BODIES, WRITERS, FOLDERS, SECONDS = 200, 8, 2, 8
STEPS = (Step.RECEIVED, Step.RELAYED, Step.ANSWERED, Step.WITHDRAWN, Step.COMPLETION_REQUESTED)


def run():
    with own_database() as vendor:
        round_ = rounds_of(big_sweden(BODIES), frame_of_all(), 1, with_rows=1)[0]
        _as_sent(round_)
        ids = list(Delivery.objects.values_list("pk", flat=True))
        done, refused, folded, exact = _all_at_once(round_, ids)
        before = list(wrong_vectors())  # with marks still unfolded
        fold_all()
        states, _times, _waits = wrong_deliveries()
        wrong = [*before, *wrong_vectors(), *states]
        marks = UnfoldedMark.objects.count()
    figures = {
        "database": vendor,
        "writers": WRITERS,
        "bodies": BODIES,
        "steps done": done,
        "refused by policy": refused,
        "folds meanwhile": folded,
        "exact reads meanwhile": exact,
        "marks left": marks,
        "differences": len(wrong),
    }
    return {
        "ratio": 1.0 if not wrong else 0.0,
        "goal": "= 1 (no difference)",
        "ok": not wrong and not marks,
        "figures": figures,
    }


def _as_sent(round_):
    Delivery.objects.update(state=Outcome.SENT)
    rows = [(pk, "sent", 1, "2026-01-01 00:00:00+00:00") for pk in Delivery.objects.values_list("pk", flat=True)]
    load("rounds_receipt", ("delivery_id", "step", "state", "received_at"), rows)
    StateVector.objects.filter(round=round_).update(**kept(round_.frame, bytes([Outcome.SENT]) * len(rows)))


def _all_at_once(round_, ids):
    connection.close()
    start = multiprocessing.get_context("fork")
    queue = start.Queue()
    several = [start.Process(target=_write, args=(ids, number, queue)) for number in range(WRITERS)]
    several += [start.Process(target=_fold, args=(queue,)) for _ in range(FOLDERS)]
    for one in several:
        one.start()
    found = [queue.get(timeout=SECONDS * 20) for _ in several]
    for one in several:
        one.join()
    return tuple(sum(one[place] for one in found) for place in range(4))


def _write(ids, number, queue):
    connections.close_all()
    drawn, done, refused = random.Random(number), 0, 0  # noqa: S311 - a draw, no secret
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        delivery = Delivery(pk=drawn.choice(ids))
        try:
            step(delivery, drawn.choice(STEPS), by=SYSTEM, key=uuid.uuid4().hex, received_at=clock.now())
            done += 1
        except Refusal:
            refused += 1
    connections.close_all()
    queue.put((done, refused, 0, 0))


def _fold(queue):
    from vaxel.rounds.models import Round
    from vaxel.rounds.queries.vectors import vector

    connections.close_all()
    folds = reads = 0
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        folds += fold_all() > 0
        reads += len(vector(Round.objects.get())) == BODIES
        time.sleep(0.02)
    connections.close_all()
    queue.put((0, 0, folds, reads))
