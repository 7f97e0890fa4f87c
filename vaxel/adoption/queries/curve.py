"""The spread over time: how many stood at each stop or farther, day by day, as the ledger knows it now."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
from django.db import connection

from vaxel.adoption.domain.ledger import stage_at
from vaxel.adoption.domain.stages import LINE, AdoptionStage
from vaxel.adoption.models import AdoptionStep
from vaxel.adoption.queries.own import entry_of
from vaxel.adoption.queries.stages import Spread, spread_of
from vaxel.network.domain.kinds import BIT, Kind, mask
from vaxel.rounds.queries.audience import ordered


@dataclass(frozen=True)
class Point:
    day: dt.date
    reached: tuple[int, ...]  # for each stop of LINE: so many stood there or farther


# Open steps that hold, each with the one before it at the same body; what leaves the line counts down again.
CHANGES = """
WITH held AS (
    SELECT s.body_id, s.happened_on, s.stage,
        LAG(s.stage, 1, 0) OVER (PARTITION BY s.body_id ORDER BY s.happened_on, s.id) AS before
    FROM adoption_adoptionstep s
    JOIN adoption_opening o ON o.step_id = s.id
    WHERE s.thing_id = %s
      AND EXISTS (SELECT 1 FROM rounds_frameposition p WHERE p.frame_id = %s AND p.body_id = s.body_id) {only}
      AND NOT EXISTS (
        SELECT 1 FROM adoption_adoptionstep c JOIN adoption_opening co ON co.step_id = c.id WHERE c.corrects_id = s.id
      )
)
SELECT happened_on, before, stage, COUNT(*) FROM held GROUP BY happened_on, before, stage ORDER BY happened_on
"""


def curve(laid, *, in_each_kind=False) -> list[Point]:
    """A point for each day something happened. One query, whatever the number of bodies.

    `in_each_kind`: a body of two kinds counts in both, as in the figures kind by kind (`stages.added`); a query for each.
    """
    points: list[Point] = []
    reached = [0] * len(LINE)
    changes = _changes(laid)
    if in_each_kind:
        changes = sorted(changes + [one for body in _of_more_kinds(laid) for one in _changes(laid, body)])
    for day, before, after, number in changes:
        for place, (was, now) in enumerate(zip(_passed(before), _passed(after), strict=True)):
            reached[place] += number * (now - was)
        if points and points[-1].day == day:
            points.pop()
        points.append(Point(day, tuple(reached)))
    return points


def _of_more_kinds(laid) -> list[int]:
    """Once for each kind beyond the first."""
    wanted = [BIT[Kind(kind)] for kind in laid.thing.target_kinds]
    times = sum((np.asarray(laid.masks) & bit != 0).astype(int) for bit in wanted) - 1
    places = {int(place): int(times[place]) for place in np.flatnonzero(times > 0)}
    rows = laid.frame.positions.filter(position__in=places).values_list("body_id", "position")
    return [body for body, place in rows for _ in range(places[place])]


def _changes(laid, body=None):
    only = "" if body is None else "AND s.body_id = %s"
    chosen = [] if body is None else [body]
    with connection.cursor() as cursor:
        cursor.execute(CHANGES.replace("{only}", only), [laid.thing.pk, laid.frame.pk, *chosen])
        rows = cursor.fetchall()
    return [(_date(day), before, after, number) for day, before, after, number in rows]


def _date(value):
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)


def _passed(stage):
    place = LINE.index(stage) + 1 if stage in LINE else 0
    return [place > stop for stop in range(len(LINE))]


def as_of(thing, day) -> Spread:
    """As it stood on a day, among those the thing would have been meant for that day. What the ledger knows *now* of
    then: what was registered or corrected afterwards counts too.
    """
    found = ordered({"kinds": list(thing.target_kinds)}, day)
    wanted = mask({Kind(kind) for kind in thing.target_kinds})
    stages = _stages(thing, day)
    ids = [stages.get(body, AdoptionStage.NONE) for body in found.bodies]
    masks = np.array(found.kinds, dtype=np.int64) & wanted
    return spread_of(np.array(ids, dtype=np.int64), masks)


def _stages(thing, day):
    """Body → its open stage that day."""
    steps: dict[int, list] = {}
    rows = AdoptionStep.objects.filter(thing=thing, opening__isnull=False).select_related("opening").order_by("pk")
    for step in rows.iterator(5000):
        steps.setdefault(step.body_id, []).append(entry_of(step))
    return {body: stage_at(mine, day) for body, mine in steps.items()}
