"""The vector's frame: those the thing is meant for today, in the order a round would ask them."""

import numpy as np
from django.db import transaction

from vaxel.adoption.models import StageMark, StageVector, Standing, Thing
from vaxel.calendar import clock
from vaxel.rounds.commands.frames import freeze
from vaxel.rounds.models import FramePosition
from vaxel.rounds.queries.audience import ordered


def lay_vector(thing) -> StageVector:
    """Makes or remakes the frame and the whole vector from the standings. Things for the same bodies share a frame."""
    day = clock.today()
    with transaction.atomic():
        Thing.objects.select_for_update().get(pk=thing.pk)  # one lays at a time
        frame = freeze(_rule(thing), day)
        StageMark.objects.filter(thing_id=thing.pk).delete()  # read after: at least as new as any of them
        made, _ = StageVector.objects.update_or_create(
            thing=thing,
            defaults={
                "frame": frame,
                "stages": bytes_from_standings(thing.pk, frame),
                "looked_on": day,
                "folded_at": clock.now(),
            },
        )
    thing.vector = made
    return made


def _rule(thing):
    return {"kinds": list(thing.target_kinds)}


def bytes_from_standings(thing_id, frame) -> bytes:
    stages = np.zeros(frame.size, dtype=np.uint8)
    standing = dict(Standing.objects.filter(thing=thing_id).values_list("body_id", "stage"))
    if standing:
        rows = FramePosition.objects.filter(frame=frame).values_list("body_id", "position")
        for body, position in rows.iterator(5000):
            if body in standing:
                stages[position] = standing[body]
    return stages.tobytes()


def keep_up() -> int:
    """How many things got a new frame, because those they are meant for are others than when it was made. For the tick."""
    day, remade = clock.today(), 0
    known: dict[tuple, list[int]] = {}
    for kept in StageVector.objects.filter(looked_on__lt=day).select_related("thing", "frame"):
        kinds = tuple(kept.thing.target_kinds)
        if kinds not in known:
            known[kinds] = list(ordered(_rule(kept.thing), day).bodies)
        if known[kinds] and known[kinds] != _framed(kept.frame_id):
            lay_vector(kept.thing)
            remade += 1
        else:
            StageVector.objects.filter(pk=kept.pk).update(looked_on=day)
    return remade


def _framed(frame_id):
    return list(FramePosition.objects.filter(frame=frame_id).order_by("position").values_list("body_id", flat=True))
