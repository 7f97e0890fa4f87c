"""Taking marks into the vectors, as rounds does: the vector is held first, the standings read after the marks."""

import numpy as np
from django.db import connection, transaction

from vaxel.adoption.models import StageMark, StageVector, Standing
from vaxel.calendar import clock
from vaxel.rounds.models import FramePosition

MOST = 20_000


def fold_all() -> int:
    """How many marks were taken."""
    things = StageMark.objects.order_by("thing_id").values_list("thing_id", flat=True).distinct()
    return sum(_all_of(thing) for thing in list(things))


def _all_of(thing_id):
    taken = 0
    while folded := fold(thing_id):
        taken += folded
    return taken


def fold(thing_id) -> int:
    with transaction.atomic():
        vector = _held(StageVector.objects.filter(thing=thing_id)).first()
        if vector is None:
            return 0
        marks = list(_held(StageMark.objects.filter(thing_id=thing_id)).values_list("id", "body_id")[:MOST])
        if not marks:
            return 0
        _patch(vector, {body for _mark, body in marks})
        StageMark.objects.filter(id__in=[mark for mark, _body in marks]).delete()
    return len(marks)


def _held(rows):
    return rows.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)


def _patch(vector, bodies):
    stages = np.frombuffer(bytes(vector.stages), dtype=np.uint8).copy()
    places = dict(
        FramePosition.objects.filter(frame=vector.frame_id, body__in=bodies).values_list("body_id", "position")
    )
    for body, stage in Standing.objects.filter(thing=vector.thing_id, body__in=bodies).values_list("body_id", "stage"):
        if body in places:
            stages[places[body]] = stage
    vector.stages, vector.folded_at = stages.tobytes(), clock.now()
    vector.save(update_fields=["stages", "folded_at"])
