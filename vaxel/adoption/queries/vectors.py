"""Things' bytes in frame order, exact: each vector with the marks it does not know yet laid over it."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from django.db import connection

from vaxel.adoption.domain.stages import BITS
from vaxel.adoption.models import StageVector, Thing
from vaxel.network.domain.kinds import Kind, mask
from vaxel.rounds.models import Frame, FramePosition
from vaxel.rounds.queries import vectors as frames

OWN_BITS = 3


@dataclass(frozen=True)
class Laid:
    """A thing's vector as of one moment, with the frame whose order it is in."""

    thing: Thing
    frame: Frame
    stages: np.ndarray

    @cached_property
    def shown(self) -> np.ndarray:
        """What others are shown; the body's own bits are its own."""
        return self.stages >> OWN_BITS & BITS

    @cached_property
    def masks(self) -> np.ndarray:
        """The kinds each position is meant for as: Gotland is no region in what is meant for municipalities."""
        masks = frames.kinds(self.frame)
        chosen = masks & mask({Kind(kind) for kind in self.thing.target_kinds})
        return np.where(chosen != 0, chosen, masks)

    def positions(self, node_id) -> np.ndarray:
        """Indexes of what lies at or below the node."""
        stretches = frames.ranges(self.frame).of(node_id)
        if stretches is None:  # nothing below it is in the frame: it has at most its own place
            own = FramePosition.objects.filter(frame=self.frame, body=node_id).values_list("position", flat=True)
            stretches = [(place, place + 1) for place in own]
        return np.concatenate([np.arange(start, stop) for start, stop in stretches] or [np.arange(0)])


def lay(thing) -> Laid:
    return laid([thing])[0]


def laid(things) -> list[Laid]:
    """Two questions for any number of things. Marks are read before the vectors: what is folded in between then shows
    twice, never not at all; what got a new frame in between needs none of them.
    """
    things = list(things)
    ids = [thing.pk for thing in things]
    marks = _unfolded(ids)
    kept = {one.thing_id: one for one in StageVector.objects.filter(thing__in=ids).select_related("frame")}
    return [_overlaid(thing, kept[thing.pk], marks[thing.pk]) for thing in things]


# A mark's body may have left the frame: then it has no position, and is counted nowhere.
UNFOLDED = """
SELECT m.thing_id, v.frame_id, p.position, s.stage FROM adoption_stagemark m
JOIN adoption_stagevector v ON v.thing_id = m.thing_id
JOIN rounds_frameposition p ON p.frame_id = v.frame_id AND p.body_id = m.body_id
JOIN adoption_standing s ON s.thing_id = m.thing_id AND s.body_id = m.body_id
WHERE m.thing_id IN ({})
"""


def _unfolded(ids):
    found = defaultdict(list)
    if ids:
        with connection.cursor() as cursor:
            cursor.execute(UNFOLDED.format(", ".join(["%s"] * len(ids))), ids)
            for thing, frame, position, stage in cursor.fetchall():
                found[thing].append((frame, position, stage))
    return found


def _overlaid(thing, kept, marks):
    stages = np.frombuffer(bytes(kept.stages), dtype=np.uint8)
    present = [(position, stage) for frame, position, stage in marks if frame == kept.frame_id]
    if present:
        stages, table = stages.copy(), np.array(present, dtype=np.int64)
        stages[table[:, 0]] = table[:, 1]
    return Laid(thing, kept.frame, stages)
