"""How much waits at the desks of the mandate in use: for the start page and the lists' own sentences."""

from dataclasses import dataclass

from django.db.models import Count, Q

from vaxel.calendar import clock
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
    late, new = Q(answer_by__lt=clock.today()), Q(state=SignalState.NEW)
    rows = Signal.objects.waiting().filter(desk__in=here)
    found = rows.aggregate(number=Count("id"), untaken=Count("id", filter=new), owed=Count("id", filter=late))
    return Waiting(**found)
