"""Freezing an audience: who was asked never changes afterwards, whatever becomes of the network."""

import numpy as np
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from vaxel.network.domain.kinds import Kind, Tree, mask
from vaxel.network.models import Closure, Identity
from vaxel.rounds.domain.keys import frame_key
from vaxel.rounds.models import Frame, FramePosition, FrameRange
from vaxel.rounds.queries.audience import audience_bodies
from vaxel.ui.refusal import Refusal

BATCH = 5000


def freeze(rule, day) -> Frame:
    """The frame of those the rule reaches that day; rounds that ask the same bodies the same day share it."""
    bodies = audience_bodies(rule, day)
    if not bodies:
        raise Refusal(_("Urvalet når ingen mottagare. Välj minst en nivå eller en organisation som finns i dag."), field="audience")
    return frame_of(bodies, day)


def frame_of(bodies, day) -> Frame:
    key = frame_key(day.isoformat(), bodies)
    if found := Frame.objects.filter(key=key).first():
        return found
    try:
        with transaction.atomic():
            return _made(key, bodies, day)
    except IntegrityError:  # someone froze the same audience at the same time
        return Frame.objects.get(key=key)


def _made(key, bodies, day):
    of_body = _kinds(day)
    kinds = np.fromiter((of_body.get(body, 0) for body in bodies), dtype="<u2", count=len(bodies))
    frame = Frame.objects.create(key=key, as_of=day, size=len(bodies), kinds=kinds.tobytes())
    for start in range(0, len(bodies), BATCH):
        part = enumerate(bodies[start : start + BATCH], start)
        FramePosition.objects.bulk_create(FramePosition(frame=frame, position=at, body_id=body) for at, body in part)
    with connection.cursor() as cursor:
        cursor.execute(RANGES, _of(frame))
    return frame


def _of(frame):
    day = connection.ops.adapt_datefield_value(frame.as_of)
    return {"frame": frame.pk, "day": day, "governance": str(Tree.GOVERNANCE), "state": str(Tree.STATE)}


def _kinds(day):
    found: dict[int, set] = {}
    for body, kind in Identity.objects.at(day).values_list("body_id", "kind").iterator(BATCH):
        found.setdefault(body, set()).add(Kind(kind))
    return {body: mask(kinds) for body, kinds in found.items()}


# Positions below each node (and its own, if it is asked itself) in unbroken stretches: `position - row_number` is the
# same for neighbours. In one statement, so that a hundred thousand bodies never pass through Python.
RANGES = f"""
WITH below AS (
    SELECT DISTINCT c.ancestor_id AS node, p.position
    FROM {Closure._meta.db_table} c JOIN {FramePosition._meta.db_table} p ON p.body_id = c.descendant_id
    WHERE p.frame_id = %(frame)s AND c.valid_from <= %(day)s AND c.valid_to > %(day)s
      AND c.tree IN (%(governance)s, %(state)s)
), covered AS (
    SELECT node, position FROM below
    UNION
    SELECT p.body_id, p.position FROM {FramePosition._meta.db_table} p
    WHERE p.frame_id = %(frame)s AND p.body_id IN (SELECT node FROM below)
), stretches AS (
    SELECT node, position, position - ROW_NUMBER() OVER (PARTITION BY node ORDER BY position) AS stretch FROM covered
)
INSERT INTO {FrameRange._meta.db_table} (frame_id, node_id, start, stop)
SELECT %(frame)s, node, MIN(position), MAX(position) + 1 FROM stretches GROUP BY node, stretch
"""  # noqa: S608 - names of our own tables
