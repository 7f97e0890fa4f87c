"""An agreement in three numbers: the money, the streams, the receivers. As many questions for three as for one."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count

from vaxel.calendar.clock import today
from vaxel.funding.domain.terms import Receivers
from vaxel.funding.models import Payout, Stream
from vaxel.network.models import Identity


@dataclass(frozen=True)
class Summed:
    pot_ore: int
    streams: int
    receivers: int  # a body that receives as two counts as two, as it is paid


def summed(agreements) -> dict[int, Summed]:
    """Receivers as decided; for a draft, all there are today of the kinds that its streams name."""
    ids = [one.pk for one in agreements]
    streams = defaultdict(list)
    for agreement, pot, kind in Stream.objects.filter(agreement__in=ids).values_list(
        "agreement", "pot_ore", "receivers"
    ):
        streams[agreement].append((pot, kind))
    paid = dict(
        Payout.objects.filter(decision__agreement__in=ids).values_list("decision__agreement").annotate(n=Count("pk"))
    )
    there_are = dict(
        Identity.objects.at(today())
        .filter(kind__in=list(Receivers))
        .order_by()
        .values_list("kind")
        .annotate(n=Count("pk"))
    )
    return {
        one: Summed(
            pot_ore=sum(pot for pot, _kind in streams[one]),
            streams=len(streams[one]),
            receivers=paid.get(one) or sum(there_are.get(kind, 0) for kind in {kind for _pot, kind in streams[one]}),
        )
        for one in ids
    }
