"""How much waits at the desks of the mandate in use: for the start page and the lists' own sentences."""

from dataclasses import dataclass

from django.db.models import Count, Q

from vaxel.calendar import clock
from vaxel.composed import seldom
from vaxel.signals.domain.kinds import SignalState
from vaxel.signals.models import Signal
from vaxel.signals.models.reading import regions_of_centres
from vaxel.signals.permissions import desks, speaks


@dataclass(frozen=True)
class Waiting:
    number: int = 0
    untaken: int = 0
    owed: int = 0  # the promised day has passed


def waiting(actor) -> Waiting:
    """At most two queries; none for who has no desk."""
    here = tuple(desks(actor))
    if not here:
        return Waiting()
    return Waiting(*map(sum, zip(*counted_at(here, clock.today()), strict=True)))


def foreseen(actor):
    """What it asks for and mostly finds nothing of: few are resource centres, whose region's desk is theirs too."""
    if actor.current and speaks(actor):
        own, day = (actor.body_id,), clock.today()
        yield regions_of_centres.of(own, day)
        yield counted_at.of(own, day)


@seldom
def counted_at(desk_ids, day):
    late, new = Q(answer_by__lt=day), Q(state=SignalState.NEW)
    each = Signal.objects.waiting().filter(desk__in=desk_ids).order_by().values("desk")
    counted = each.annotate(number=Count("id"), untaken=Count("id", filter=new), owed=Count("id", filter=late))
    return counted.values_list("number", "untaken", "owed")
