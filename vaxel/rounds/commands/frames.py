"""Freezing an audience: who was asked never changes afterwards, whatever becomes of the network."""

import sys
from array import array

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from vaxel.network.domain.kinds import Tree
from vaxel.network.models import Closure
from vaxel.rounds.commands.bulk import load
from vaxel.rounds.domain.keys import frame_key
from vaxel.rounds.models import Frame, FramePosition, FrameRange
from vaxel.rounds.queries.audience import ordered
from vaxel.ui.refusal import Refusal


def freeze(rule, day) -> Frame:
    """The frame of those the rule reaches that day; rounds that ask the same bodies the same day share it."""
    found = ordered(rule, day)
    if not found.bodies:
        raise Refusal(
            _("Urvalet når ingen mottagare. Välj minst en nivå eller en organisation som finns i dag."),
            field="audience",
        )
    key = frame_key(day.isoformat(), found.bodies.tobytes())
    if frame := Frame.objects.filter(key=key).first():
        return frame
    try:
        with transaction.atomic():
            return _made(key, found, day)
    except IntegrityError:  # someone froze the same audience at the same time
        return Frame.objects.get(key=key)


def _made(key, found, day):
    kinds = array("H", found.kinds)
    if sys.byteorder == "big":
        kinds.byteswap()
    frame = Frame.objects.create(key=key, as_of=day, size=len(found.bodies), kinds=kinds.tobytes())
    rows = ((frame.pk, position, body) for position, body in enumerate(found.bodies))
    load(FramePosition._meta.db_table, ("frame_id", "position", "body_id"), rows)
    with connection.cursor() as cursor:
        cursor.execute(RANGES, _of(frame))
    return frame


def _of(frame):
    day = connection.ops.adapt_datefield_value(frame.as_of)
    return {"frame": frame.pk, "day": day, "governance": str(Tree.GOVERNANCE), "state": str(Tree.STATE)}


# Positions below each node (and its own, if it is asked itself) in unbroken stretches: `position - row_number` is the
# same for neighbours. In one statement, so that a hundred thousand bodies never pass through Python. Who has something
# below is told by a window and not by a join: of a frame just laid the database has no figures yet, takes it for a few
# rows, and would look through all of them once for each.
RANGES = f"""
WITH places AS (
    SELECT c.ancestor_id AS node, p.position, 1 AS below
    FROM {Closure._meta.db_table} c JOIN {FramePosition._meta.db_table} p ON p.body_id = c.descendant_id
    WHERE p.frame_id = %(frame)s AND c.valid_from <= %(day)s AND c.valid_to > %(day)s
      AND c.tree IN (%(governance)s, %(state)s)
    UNION
    SELECT p.body_id, p.position, 0 FROM {FramePosition._meta.db_table} p WHERE p.frame_id = %(frame)s
), covered AS (
    SELECT node, position, MAX(below) OVER (PARTITION BY node) AS any_below FROM places
), stretches AS (
    SELECT node, position, position - ROW_NUMBER() OVER (PARTITION BY node ORDER BY position) AS stretch
    FROM covered WHERE any_below = 1
)
INSERT INTO {FrameRange._meta.db_table} (frame_id, node_id, start, stop)
SELECT %(frame)s, node, MIN(position), MAX(position) + 1 FROM stretches GROUP BY node, stretch
"""  # noqa: S608 - names of our own tables
