"""Bodies whose mail comes back, for those who may mend it."""

from dataclasses import dataclass

from django.db.models.functions import Lower

from vaxel.network.domain.kinds import Role
from vaxel.network.models import FunctionMailbox, Mandate
from vaxel.network.permissions import MANAGING, manageable
from vaxel.network.queries.asof import at
from vaxel.notices.models import FailedAddress


@dataclass(frozen=True)
class Unreached:
    body_id: int
    name: str
    number: int  # of addresses that do not work


def unreached(actor, day) -> list[Unreached]:
    """One's own body and what lies below it; the secretariat's own alone, the rest is each county's."""
    if actor.role not in MANAGING:
        return []
    bodies = [actor.body_id] if actor.role == Role.SECRETARIAT else manageable(actor, day).values("pk")
    failed = FailedAddress.objects.values("address")
    people = Mandate.objects.at(day).filter(body__in=bodies, person__erased_at=None)
    boxes = FunctionMailbox.objects.at(day).filter(body__in=bodies)
    found: dict[int, set[str]] = {}
    for rows, address in ((people, Lower("person__email")), (boxes, Lower("address"))):
        for body, low in rows.annotate(low=address).filter(low__in=failed).values_list("body_id", "low"):
            found.setdefault(body, set()).add(low)
    names = at(day).names(found)
    return [Unreached(body, names.get(body, ""), len(addresses)) for body, addresses in sorted(found.items())]
