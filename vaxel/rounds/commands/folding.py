"""Taking unfolded marks into the vectors. Never "after the last id": identities commit out of order on PostgreSQL."""

import numpy as np
from django.db import connection, transaction

from vaxel.rounds.models import Delivery, Frame, Round, StateVector, UnfoldedMark
from vaxel.rounds.queries.vectors import kept

MOST = 20_000  # marks in one go; SQLite takes 32 766 parameters


def fold(round_id) -> int:
    """How many marks were taken. The vector is held first: two folds of one round would else overwrite each other."""
    with transaction.atomic():
        vector = _held(StateVector.objects.filter(round=round_id)).first()
        if vector is None:
            return 0
        marks = list(_held(UnfoldedMark.objects.filter(round_id=round_id)).values_list("id", "position")[:MOST])
        if not marks:
            return 0
        _patch(vector, sorted({position for _, position in marks}))
        UnfoldedMark.objects.filter(id__in=[mark for mark, _ in marks]).delete()
    return len(marks)


def _held(rows):
    """Locked; what someone else holds is left to them."""
    return rows.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)


def _patch(vector, positions):
    """With each delivery's present state, read after the marks were taken: at least as new as any of them."""
    states = np.frombuffer(bytes(vector.states), dtype=np.uint8).copy()
    rows = Delivery.objects.filter(round=vector.round_id, position__in=positions)
    present = np.array(rows.values_list("position", "state"), dtype=np.int64).reshape(-1, 2)
    states[present[:, 0]] = present[:, 1]
    frame = Frame.objects.defer("kinds").get(pk__in=Round.objects.filter(pk=vector.pk).values("frame"))
    StateVector.objects.filter(pk=vector.pk).update(**kept(frame, states))
