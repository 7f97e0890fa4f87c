"""The joint answers that wait for a body: never said, or adopted before something changed."""

from dataclasses import dataclass

from django.db.models import F, Max

from vaxel.composed import seldom
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Body
from vaxel.network.permissions import signs_for
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.state import Flag
from vaxel.rounds.models import Delivery, JointCover, JointSignature


@dataclass(frozen=True)
class ToAdopt:
    delivery: Delivery
    node_id: int
    again: bool


def to_adopt(actor) -> list[ToAdopt]:
    """By the mandate in use. One question where nothing has been put forward, three where something has."""
    if not adopts_jointly(actor):
        return []
    rows = covered_by_joint(actor.body_id)
    if not rows or not signs_for(actor, Body.objects.get(pk=actor.body_id)):
        return []
    acts = JointSignature.objects.filter(delivery__in=[row.delivery_id for row in rows]).order_by("id")
    adopted = dict(acts.values_list("delivery_id", "adopted"))  # the latest act of each
    return [
        ToAdopt(row.delivery, row.version.joint.node_id, again=bool(adopted.get(row.delivery_id)))
        for row in rows
        if row.delivery_id not in adopted or (adopted[row.delivery_id] and row.delivery.state & Flag.STALE)
    ]


def adopts_jointly(actor) -> bool:
    return actor.role in {Role.CONTACT, Role.APPROVER}


@seldom
def covered_by_joint(body_id):
    covers = JointCover.objects.filter(delivery__body=body_id, delivery__round__state=RoundState.OPEN)
    latest = covers.annotate(last=Max("version__joint__versions__number")).filter(version__number=F("last"))
    return latest.select_related("version__joint", "delivery__round").order_by("delivery__round__due", "id")
