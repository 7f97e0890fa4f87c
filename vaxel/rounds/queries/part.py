"""A node's part of a round: whose answers count below it, as the network was when sent or as it is today."""

from dataclasses import dataclass, field

from django.db.models import Q

from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Lineage, Tree
from vaxel.network.models import Closure, Succession
from vaxel.rounds.models import FramePosition, FrameRange


@dataclass(frozen=True)
class Part:
    """`within` filters deliveries; `undistributed`: bodies split since, whose answers are named, never shared out."""

    within: Q
    undistributed: frozenset[int] = field(default=frozenset())


def part_of(round, node_id=None, as_of="then") -> Part:
    if node_id is None:
        return Part(Q())
    return _today(round, node_id) if as_of == "today" else _then(round, node_id)


def _then(round, node_id):
    within = Q(pk__in=[])
    for start, stop in FrameRange.objects.filter(frame=round.frame_id, node=node_id).values_list("start", "stop"):
        within |= Q(position__gte=start, position__lt=stop)
    return Part(within)


def _today(round, node_id):
    below = set(
        Closure.objects.at(today()).filter(tree=Tree.GOVERNANCE, ancestor=node_id).values_list("descendant", flat=True)
    ) | {node_id}
    bodies = set(FramePosition.objects.filter(frame=round.frame_id).values_list("body", flat=True))
    heirs, split = heirs_of(bodies)
    counted = {body for body in bodies if heirs.get(body, body) in below}
    return Part(Q(body__in=counted - set(split)), frozenset(body for body, to in split.items() if to & below))


def heirs_of(bodies):
    """Where each body's answer counts today, and the bodies that were split into several."""
    heirs, split, open_ends = {}, {}, set(bodies)
    origin = {body: {body} for body in bodies}
    while open_ends:
        rows = Succession.objects.filter(before__in=open_ends, day__lte=today()).order_by("day", "id")
        followed: set[int] = set()
        for row in rows:
            roots = origin.get(row.before_id, set())
            if row.kind == Lineage.SPLIT:
                for root in roots:
                    split.setdefault(root, set()).add(row.after_id)
                continue
            heirs.update(dict.fromkeys(roots, row.after_id))
            if row.after_id not in origin:
                followed.add(row.after_id)
            origin.setdefault(row.after_id, set()).update(roots)
        open_ends = followed
    return heirs, split
