"""Joint purposes as their pages read them."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from vaxel.calendar.clock import today
from vaxel.funding.domain.pool_state import PartAnswer
from vaxel.funding.models import PocketBalance, Pool, PoolPart, Stream
from vaxel.funding.queries.naming import full_names
from vaxel.funding.queries.parties import in_county
from vaxel.network.domain.kinds import PRINCIPALS, Kind, Tree
from vaxel.network.domain.names import swedish_key
from vaxel.network.models import Closure
from vaxel.network.queries.asof import at


@dataclass(frozen=True)
class PartSeen:
    part: PoolPart
    name: str

    @property
    def answer(self):
        return PartAnswer(self.part.answer)


def parts_of(pool) -> list[PartSeen]:
    """In Swedish order."""
    rows = list(pool.parts.select_related("stream"))
    names = full_names({row.body_id for row in rows})
    return sorted((PartSeen(row, names.get(row.body_id, "")) for row in rows), key=lambda one: swedish_key(one.name))


def pools_seen_by(actor):
    """Those one's bodies own, host, or are put to them as parties; the newest year first."""
    if actor.is_system:
        return Pool.objects.all()
    mine = PoolPart.objects.filter(pool=OuterRef("pk"), body__in=actor.body_ids)
    return Pool.objects.filter(
        Q(owner__in=actor.body_ids) | Q(host__in=actor.body_ids) | Q(Exists(mine), proposed_at__isnull=False)
    )


def waiting_for(actor):
    """Parts of the body of the mandate in use that nobody has answered."""
    return PoolPart.objects.filter(
        body=actor.body_id, answer=PartAnswer.WAITING, pool__proposed_at__isnull=False, pool__state="proposed"
    )


def candidates(owner):
    """Whom it may ask: a county its own parties; others the region and municipalities of the county or the healthcare
    region that they lie in, or are; the nation's, all.
    """
    if owner.kind == Kind.COUNTY:
        return in_county(owner.pk)
    if owner.kind in {Kind.HEALTHCARE_REGION, Kind.NATION}:
        return in_county(owner.pk)
    above = Closure.objects.at(today()).filter(tree=Tree.GOVERNANCE, descendant=owner.pk)
    for kind in (Kind.COUNTY, Kind.HEALTHCARE_REGION, Kind.NATION):
        node = above.filter(ancestor__kind=kind).order_by("ancestor").values_list("ancestor", flat=True).first()
        if node:
            return in_county(node)
    return sorted(at(today()).of_kind(*PRINCIPALS), key=lambda one: swedish_key(one.name))


def paying_streams(bodies):
    """Streams in which any of them has something left, the newest first."""
    rows = PocketBalance.objects.filter(body__in=[one.pk for one in bodies], left__gt=0)
    streams = Stream.objects.filter(pk__in=rows.values("stream")).select_related("agreement")
    return list(streams.order_by("-agreement__year", "agreement__name", "place", "pk"))
