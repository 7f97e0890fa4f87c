"""A node's part of a round: whose answers count below it, as the network was when sent or as it is today."""

from dataclasses import dataclass, field

from django.db.models import Q

from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Lineage, Tree
from vaxel.network.models import Closure, Succession
from vaxel.rounds.models import FramePosition
from vaxel.rounds.queries.vectors import ranges


@dataclass(frozen=True)
class Part:
    """`within` filters deliveries; `undistributed`: bodies split since, whose answers are named, never shared out."""

    within: Q
    undistributed: frozenset[int] = field(default=frozenset())

    @property
    def with_named(self) -> Q:
        """Also those that are only named; the whole has them already (and `Q() | x` would be x)."""
        return self.within and self.within | Q(body__in=self.undistributed)


def part_of(round, node_id=None, as_of="then") -> Part:
    if node_id is None:
        return Part(Q(), _split(round) if as_of == "today" else frozenset())
    return _today(round, node_id) if as_of == "today" else _then(round, node_id)


def _then(round, node_id):
    """By the frame. A body with nothing asked below it is no node, and has no part: its answer is its own."""
    return Part(between(*ends_of(round, node_id)))


WHOLE = (None,)


def ends_of(round, node_id) -> tuple:
    """Where each of the part's stretches of the frame starts and stops, in turn."""
    if node_id is None:
        return WHOLE
    stretches = ranges(round.frame).of(node_id) if round.frame_id else None
    return tuple(end for stretch in stretches or () for end in stretch)


def between(*ends) -> Q:
    """Filters deliveries, as `Part.within` does."""
    if ends == WHOLE:
        return Q()
    within = Q(pk__in=[])
    for start, stop in zip(ends[::2], ends[1::2], strict=True):
        within |= Q(position__gte=start, position__lt=stop)
    return within


def _today(round, node_id):
    """By today's ties. Only the few that have become something else are named one by one."""
    heirs, split = heirs_of(FramePosition.objects.filter(frame=round.frame_id).values("body"))
    below = Closure.objects.at(today()).filter(tree=Tree.GOVERNANCE, ancestor=node_id)
    became = {*heirs.values(), *(heir for several in split.values() for heir in several)}
    inside = set(below.filter(descendant__in=became).values_list("descendant", flat=True)) | {node_id}
    arrived = {body for body, heir in heirs.items() if heir in inside and body not in split}
    still = (Q(body__in=below.values("descendant")) | Q(body=node_id)) & ~Q(body__in={*heirs, *split})
    return Part(still | Q(body__in=arrived), frozenset(body for body, several in split.items() if several & inside))


def _split(round):
    _heirs, split = heirs_of(FramePosition.objects.filter(frame=round.frame_id).values("body"))
    return frozenset(split)


def heirs_of(bodies):
    """Where each body's answer counts today, and the bodies that were split into several; `bodies`: ids or a subquery.

    A merger of a merger is followed to its end; a split one's answer is nobody's but its own.
    """
    rows = list(
        Succession.objects.filter(day__lte=today()).order_by("day", "id").values_list("before", "after", "kind")
    )
    asked = set(Succession.objects.filter(before__in=bodies).values_list("before", flat=True)) if rows else set()
    heirs, split = {}, {}
    for before, after, kind in rows:
        for body in {one for one in asked if heirs.get(one, one) == before}:
            if kind == Lineage.SPLIT:
                split.setdefault(body, set()).add(after)
            else:
                heirs[body] = after
    return heirs, split
