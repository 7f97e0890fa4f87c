"""Bodies whose mail comes back, for those who may mend it."""

from dataclasses import dataclass

from django.db.models.functions import Lower

from vaxel.composed import composed, seldom
from vaxel.network.domain.kinds import Role
from vaxel.network.models import FunctionMailbox, Mandate
from vaxel.network.permissions import MANAGING, managed_from
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
    if not any_failed():
        return []
    found: dict[int, set[str]] = {}
    for broken in (_people, _boxes):
        for body, low in broken([actor.body_id], actor.role, day):
            found.setdefault(body, set()).add(low)
    names = at(day).names(found)
    return [Unreached(body, names.get(body, ""), len(addresses)) for body, addresses in sorted(found.items())]


def foreseen(actor):
    """What it asks for and mostly finds nothing of."""
    return [any_failed.of()] if actor.role in MANAGING else []


@composed
def _people(own, role, day):
    people = Mandate.objects.at(day).filter(body__in=_bodies(own, role, day), person__erased_at=None)
    return _broken(people, "person__email")


@composed
def _boxes(own, role, day):
    return _broken(FunctionMailbox.objects.at(day).filter(body__in=_bodies(own, role, day)), "address")


def _broken(rows, address):
    return rows.annotate(low=Lower(address)).filter(low__in=_failed()).values_list("body_id", "low")


@seldom
def any_failed():
    return FailedAddress.objects.values_list("address")[:1]


def _failed():
    return FailedAddress.objects.values("address")


def _bodies(own, role, day):
    return own if role == Role.SECRETARIAT else managed_from(own, day).values("pk")
