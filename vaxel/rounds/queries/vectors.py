"""A round's present states as a vector of bytes in frame order, exact: what is folded, with the unfolded marks over it."""

from collections import defaultdict
from functools import lru_cache

import numpy as np
from django.db import connection

from vaxel.rounds.domain.counting import PLACES, by_stretch
from vaxel.rounds.models import FramePosition, FrameRange, StateVector

ROUNDS_AT_ONCE = 64  # 64 × 100 000 bytes: memory stays flat however many rounds are shown


def vectors(rounds):
    """Yields (round, states) for sent rounds, in the order given; a round without a vector has no states.

    Marks are read before vectors: a fold in between then shows twice, never not at all.
    """
    rounds = list(rounds)
    for start in range(0, len(rounds), ROUNDS_AT_ONCE):
        yield from _some(rounds[start : start + ROUNDS_AT_ONCE])


def vector(round):
    return next(vectors([round]))[1]


def _some(rounds):
    """Two questions, however many rounds and marks: what the vectors do not know yet, then the vectors."""
    ids = [round.pk for round in rounds]
    unfolded = _unfolded(ids)
    stored = _stored(ids)
    for round in rounds:
        states = np.frombuffer(bytes(stored.get(round.pk, b"")), dtype=np.uint8)
        yield round, _overlaid(states, unfolded.get(round.pk))


def _stored(ids):
    """Round → its vector. PostgreSQL would else write each byte as two letters on the way."""
    if connection.vendor != "postgresql":
        return dict(StateVector.objects.filter(round__in=ids).values_list("round_id", "states"))
    from psycopg import Cursor

    connection.ensure_connection()
    with Cursor(connection.connection) as cursor:
        statement = "SELECT round_id, states FROM rounds_statevector WHERE round_id = ANY(%s)"
        return dict(cursor.execute(statement, [ids], binary=True).fetchall())


# From the few marks to their deliveries: SQLite keeps the order of a CROSS JOIN, PostgreSQL finds it by itself.
UNFOLDED = """
SELECT d.round_id, d.position, d.state FROM rounds_unfoldedmark m CROSS JOIN rounds_delivery d
WHERE m.round_id IN ({}) AND d.round_id = m.round_id AND d.position = m.position
"""


def _unfolded(ids):
    """Round → (position, present state) of each mark, as of one moment."""
    found = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(UNFOLDED.format(", ".join(["%s"] * len(ids))), ids)
        for round_id, position, state in cursor.fetchall():
            found[round_id].append((position, state))
    return found


def _overlaid(states, present):
    if not present or not len(states):
        return states
    states, present = states.copy(), np.array(present, dtype=np.int64)
    states[present[:, 0]] = present[:, 1]
    return states


class Ranges:
    """Which positions each node has, of one frame; between two neighbouring cuts lies a stretch that no node divides."""

    def __init__(self, rows, size):
        table = np.array(rows, dtype=np.int64).reshape(-1, 3)
        self.nodes, self._owner = np.unique(table[:, 0], return_inverse=True)
        cuts = np.unique(np.concatenate([[0, size], table[:, 1], table[:, 2]]))
        self._first, self._last = np.searchsorted(cuts, table[:, 1]), np.searchsorted(cuts, table[:, 2])
        self._number = len(cuts) - 1
        self._stretch = np.repeat(np.arange(self._number) * PLACES, np.diff(cuts))
        self._of = defaultdict(list)
        for node, start, stop in rows:
            self._of[node].append((start, stop))

    def of(self, node_id):
        """(start, stop) of each of its ranges; None for a node without any."""
        return self._of.get(node_id)

    def per_node(self, states):
        """Nodes × outcomes, in the order of `nodes`."""
        totals = by_stretch(states, self._stretch, self._number)
        sums = np.zeros((len(self.nodes), totals.shape[1]), dtype=np.int64)
        np.add.at(sums, self._owner, totals[self._last] - totals[self._first])
        return sums

    def places(self, node_ids):
        """Index of each node in `nodes`, -1 for one that has nothing here."""
        found = {int(node): place for place, node in enumerate(self.nodes)}
        return [found.get(node, -1) for node in node_ids]


def ranges(frame) -> Ranges:
    """A frame never changes, so its ranges are read once per process."""
    return _ranges(frame.pk, frame.size, frame.key, frame.created_at)


@lru_cache(maxsize=32)
def _ranges(frame_id, size, _key, _created_at):
    rows = FrameRange.objects.filter(frame=frame_id).order_by("node", "start")
    return Ranges(list(rows.values_list("node_id", "start", "stop")), size)


def positions(round, node_id=None):
    """Indexes into the round's vector of what lies at or below the node; all of them for None."""
    if node_id is None or round.frame_id is None:
        return slice(None)
    stretches = ranges(round.frame).of(node_id)
    if stretches is None:
        stretches = _own_place(round, node_id)
    return np.concatenate([np.arange(start, stop) for start, stop in stretches] or [np.arange(0)])


def _own_place(round, node_id):
    """A body with nothing asked below it has at most its own place."""
    places = FramePosition.objects.filter(frame=round.frame_id, body=node_id).values_list("position", flat=True)
    return [(place, place + 1) for place in places]


def kinds(frame):
    """Two bytes per position: the kinds of each body on the frame's day (network.domain.kinds.BIT)."""
    return np.frombuffer(bytes(frame.kinds), dtype="<u2")
