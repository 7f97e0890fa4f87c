from django.db import connection

from benchmarks.big_sweden import big_sweden
from benchmarks.own_database import own_database
from benchmarks.sent_rounds import frame_of_all, rounds_of
from benchmarks.timing import best_of_each
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.queries.progress import at_every_node

NAME = "totals"
DESCRIPTION = "All totals of one round at every node, exact, against a bare count(*) … group by over its rows."
BODIES, GOAL = 100_000, 0.25
BARE = "SELECT state, count(*) FROM rounds_delivery WHERE round_id = %s GROUP BY state"
LIVE = """
SELECT c.ancestor_id, d.state & 7, count(*) FROM rounds_delivery d JOIN network_closure c ON c.descendant_id = d.body_id
WHERE d.round_id = %s GROUP BY 1, 2
"""


def run():
    with own_database() as vendor:
        sweden = big_sweden(BODIES)
        round_ = rounds_of(sweden, frame_of_all(), 1, with_rows=1)[0]
        ours, bare = best_of_each(lambda: at_every_node(round_), lambda: _rows(BARE, round_))
        equal = _as_rows(*at_every_node(round_)) == set(_rows(LIVE, round_))
        nodes = len(at_every_node(round_)[0])
    figures = {
        "database": vendor,
        "bodies": BODIES,
        "nodes": nodes,
        "every node, ms": ours * 1000,
        "bare group by, ms": bare * 1000,
        "equal to live SQL at every node": equal,
    }
    return {"ratio": ours / bare, "goal": f"≤ {GOAL}", "ok": equal and ours / bare <= GOAL, "figures": figures}


def _rows(statement, round_):
    with connection.cursor() as cursor:
        cursor.execute(statement, [round_.pk])
        return cursor.fetchall()


def _as_rows(nodes, totals):
    return {
        (int(node), int(outcome), int(totals[place, outcome]))
        for place, node in enumerate(nodes)
        for outcome in Outcome
        if totals[place, outcome]
    }
