"""How much waits at the desks of the mandate in use: for the start page and the lists' own sentences."""

from dataclasses import dataclass

from django.db.models import Count, Q

from vaxel.calendar import clock
from vaxel.composed import composed
from vaxel.signals.domain.kinds import SignalState
from vaxel.signals.models import Signal
from vaxel.signals.permissions import desks


@dataclass(frozen=True)
class Waiting:
    number: int = 0
    untaken: int = 0
    owed: int = 0  # the promised day has passed


def waiting(actor) -> Waiting:
    """One query, or none for who has no desk."""
    here = desks(actor)
    if not here:
        return Waiting()
    return Waiting(*map(sum, zip(*_at_desks(here, clock.today()), strict=True)))


@composed
def _at_desks(desk_ids, day):
    late, new = Q(answer_by__lt=day), Q(state=SignalState.NEW)
    each = Signal.objects.waiting().filter(desk__in=desk_ids).order_by().values("desk")
    counted = each.annotate(number=Count("id"), untaken=Count("id", filter=new), owed=Count("id", filter=late))
    return counted.values_list("number", "untaken", "owed")
