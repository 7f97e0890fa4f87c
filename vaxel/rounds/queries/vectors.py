"""A round's present states as a vector of bytes in frame order, exact: what is folded, with the unfolded marks over it.

Beside the bytes lie their totals at every node, so that a page of many large rounds need not move the bytes themselves.
"""

from collections import defaultdict
from functools import lru_cache

import numpy as np
from django.db import connection

from vaxel.calendar import clock
from vaxel.composed import once_a_moment
from vaxel.rounds.domain.counting import PLACES, by_stretch
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import FramePosition, FrameRange

ROUNDS_AT_ONCE = 64  # 64 × 100 000 bytes: memory stays flat however many rounds are shown
NUMBER = np.dtype("<i4")


def vectors(rounds):
    """Yields (round, states) for sent rounds, in the order given; a round without a vector has no states.

    Marks are read before vectors: a fold in between then shows twice, never not at all.
    """
    rounds = list(rounds)
    for start in range(0, len(rounds), ROUNDS_AT_ONCE):
        yield from _some(rounds[start : start + ROUNDS_AT_ONCE])


@once_a_moment
def vector(round):
    return next(vectors([round]))[1]


def _some(rounds):
    """Two questions, however many rounds and marks: what the vectors do not know yet, then the vectors."""
    ids = [round.pk for round in rounds]
    unfolded = _unfolded(ids)
    stored = _stored("SELECT round_id, states FROM rounds_statevector WHERE round_id IN ({})", ids)
    for round in rounds:
        yield round, _overlaid(*stored.get(round.pk, NO_STATES), unfolded.get(round.pk))


NO_STATES = (b"",)


def node_totals(rounds):
    """Yields (round, nodes × outcomes in the order of its ranges' nodes; None for a round without a vector)."""
    rounds = list(rounds)
    for start in range(0, len(rounds), ROUNDS_AT_ONCE):
        yield from _some_totals(rounds[start : start + ROUNDS_AT_ONCE])


def _some_totals(rounds):
    """Two questions as well. The bytes are fetched only where something is not folded, or where no totals lie yet."""
    ids = [round.pk for round in rounds]
    unfolded = _unfolded(ids)
    stored = _stored(TOTALS.format(", ".join(["%s"] * len(unfolded)) or "NULL", "{}"), [*unfolded], ids)
    for round in rounds:
        totals, states = stored.get(round.pk, (None, None))
        if states is not None:
            yield round, ranges(round.frame).per_node(_overlaid(states, unfolded.get(round.pk)))
        else:
            yield round, None if totals is None else np.frombuffer(totals, dtype=NUMBER).reshape(-1, len(Outcome))


TOTALS = """
SELECT round_id, totals, CASE WHEN totals IS NULL OR round_id IN ({}) THEN states END
FROM rounds_statevector WHERE round_id IN ({})
"""


def _stored(statement, *ids):
    """Round → its columns. PostgreSQL would else write each byte as two letters on the way."""
    values = [one for several in ids for one in several]
    with _bytes_cursor() as cursor:
        cursor.execute(statement.format(", ".join(["%s"] * len(ids[-1]))), values)
        return {round_id: columns for round_id, *columns in cursor.fetchall()}


def _bytes_cursor():
    if connection.vendor != "postgresql":
        return connection.cursor()
    from psycopg import Cursor
    from psycopg.pq import Format

    connection.ensure_connection()
    cursor = Cursor(connection.connection)
    cursor.format = Format.BINARY
    return cursor


def kept(frame, states):
    """The fields of a StateVector: whoever writes its states writes these, or the totals would tell of other states."""
    states = np.frombuffer(states, dtype=np.uint8)
    totals = ranges(frame).per_node(states).astype(NUMBER)
    return {"states": states.tobytes(), "totals": totals.tobytes(), "folded_at": clock.now()}


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


def _overlaid(stored, present):
    states = np.frombuffer(stored, dtype=np.uint8)
    if not present or not len(states):
        return states
    states, present = states.copy(), np.array(present, dtype=np.int64)
    states[present[:, 0]] = present[:, 1]
    return states


class Ranges:
    """Which positions each node has, of one frame; between two neighbouring cuts lies a stretch that no node divides."""

    def __init__(self, rows, size):
        """`rows`: (node, start, stop, the node's kind) of each range."""
        table = np.array([row[:3] for row in rows], dtype=np.int64).reshape(-1, 3)
        self.nodes, self._owner = np.unique(table[:, 0], return_inverse=True)
        cuts = np.unique(np.concatenate([[0, size], table[:, 1], table[:, 2]]))
        self._first, self._last = np.searchsorted(cuts, table[:, 1]), np.searchsorted(cuts, table[:, 2])
        self._number = len(cuts) - 1
        self._stretch = np.repeat(np.arange(self._number) * PLACES, np.diff(cuts))
        self._of = defaultdict(list)
        self._kind_of = {node: kind for node, *_range, kind in rows}
        for node, start, stop, _kind in rows:
            self._of[node].append((start, stop))

    def of(self, node_id):
        """(start, stop) of each of its ranges; None for a node without any."""
        return self._of.get(node_id)

    def nodes_of(self, kind):
        return [node for node, its in self._kind_of.items() if its == kind]

    def per_node(self, states):
        """Nodes × outcomes, in the order of `nodes`."""
        totals = by_stretch(states, self._stretch, self._number)
        sums = np.zeros((len(self.nodes), totals.shape[1]), dtype=np.int64)
        np.add.at(sums, self._owner, totals[self._last] - totals[self._first])
        return sums

    def places(self, node_ids):
        """(indexes in `node_ids` of those that have something here, their indexes in `nodes`)."""
        found = {int(node): place for place, node in enumerate(self.nodes)}
        here = [index for index, node in enumerate(node_ids) if node in found]
        return here, [found[node_ids[index]] for index in here]


def ranges(frame) -> Ranges:
    """A frame never changes, so its ranges are read once per process."""
    return _ranges(frame.pk, frame.size, frame.key, frame.created_at)


@lru_cache(maxsize=32)
def _ranges(frame_id, size, _key, _created_at):
    rows = FrameRange.objects.filter(frame=frame_id).order_by("node", "start")
    return Ranges(list(rows.values_list("node_id", "start", "stop", "node__kind")), size)


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
