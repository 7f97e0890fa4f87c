import numpy as np
from django.db import connection

from benchmarks.big_sweden import COUNTIES, big_sweden
from benchmarks.own_database import own_database
from benchmarks.sent_rounds import frame_of_all, rounds_of
from benchmarks.timing import seconds
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import Round
from vaxel.rounds.queries.progress import dashboard

NAME = "dashboard"
DESCRIPTION = "1 000 rounds × 21 counties × outcomes on 100 000 bodies, against live SQL over the same deliveries."
BODIES, ROUNDS, SAMPLE, GOAL = 100_000, 1000, 10, 50
LIVE = """
SELECT d.round_id, c.ancestor_id, d.state & 7, count(*) FROM rounds_delivery d
JOIN network_closure c ON c.descendant_id = d.body_id
WHERE d.round_id BETWEEN %s AND %s AND c.ancestor_id BETWEEN %s AND %s GROUP BY 1, 2, 3
"""


def run():
    with own_database() as vendor:
        sweden = big_sweden(BODIES)
        rounds = rounds_of(sweden, frame_of_all(), ROUNDS, with_rows=SAMPLE)
        kept = list(Round.objects.select_related("frame").order_by("pk"))
        ours = min(seconds(lambda: dashboard(kept, sweden.counties)) for _ in range(3))
        sample = min(seconds(lambda: _live(rounds[:SAMPLE], sweden)) for _ in range(2))
        equal = np.array_equal(
            _table(_live(rounds[:SAMPLE], sweden), rounds, sweden), dashboard(kept[:SAMPLE], sweden.counties)
        )
    live = sample * ROUNDS / SAMPLE
    figures = {
        "database": vendor,
        "bodies": BODIES,
        "rounds": ROUNDS,
        "vectors, s": ours,
        f"live SQL over {SAMPLE} rounds (the sample), s": sample,
        f"live SQL, scaled to {ROUNDS}, s": live,
        "equal on the sample": equal,
    }
    return {"ratio": live / ours, "goal": f"≥ {GOAL}", "ok": equal and live / ours >= GOAL, "figures": figures}


def _live(rounds, sweden):
    ends = [rounds[0].pk, rounds[-1].pk, sweden.counties[0], sweden.counties[-1]]
    with connection.cursor() as cursor:
        cursor.execute(LIVE, ends)
        return cursor.fetchall()


def _table(rows, rounds, sweden):
    table = np.zeros((SAMPLE, COUNTIES, len(Outcome)), dtype=np.int64)
    for round_id, county, outcome, number in rows:
        table[round_id - rounds[0].pk, sweden.counties.index(county), outcome] = number
    return table
