"""What waits for the mandate in use: proposals, decisions to confirm, what is retired and still stands in use, checks."""

from dataclasses import dataclass

from django.db.models import F, Q

from vaxel.adoption.domain.checking import CheckState
from vaxel.adoption.domain.life import ThingState
from vaxel.adoption.domain.retiring import RetirementState
from vaxel.adoption.domain.stages import BITS, IN_USE
from vaxel.adoption.models import PeerCheck, Retirement, Standing
from vaxel.adoption.permissions import DECIDING, acts_at, registers
from vaxel.adoption.policies import stage_of
from vaxel.composed import seldom


@dataclass(frozen=True)
class Waiting:
    """`what` is one of: proposed, heard, prepared, left_behind, invited, told; `url` a name with its arguments."""

    what: str
    name: str
    needs_now: bool
    url_name: str
    url_args: tuple


def waiting(actor) -> list[Waiting]:
    """Three queries; none for who has no mandate."""
    if actor.current is None:
        return []
    return [*_retirements(actor), *_left_behind(actor), *_checks(actor)]


def foreseen(actor):
    """What it asks for and mostly finds nothing of."""
    if actor.current and registers(actor, actor.body_id):
        yield retired_in_use.of(actor.body_id)
        yield invited_or_told.of(actor.body_id)


ASKS = {
    RetirementState.PROPOSED: "proposed",
    RetirementState.HEARD: "heard",
    RetirementState.PREPARED: "prepared",
}


def _retirements(actor):
    if not acts_at(actor, actor.body_id, DECIDING):
        return
    rows = Retirement.objects.filter(thing__owner=actor.body_id).select_related("thing", "consultation")
    for one in rows.filter(state__in=("proposed", "consulting", "prepared")).order_by("pk"):
        stage = stage_of(one)
        if stage in ASKS and not (stage == RetirementState.PREPARED and one.prepared_by == actor.person_id):
            yield Waiting(ASKS[stage], one.thing.name, True, "retirement", (one.pk,))


def _left_behind(actor):
    """Retired, and one's own still stands in use: its own eyes alone."""
    if not registers(actor, actor.body_id):
        return
    for one in retired_in_use(actor.body_id):
        yield Waiting("left_behind", one.thing.name, True, "register_adoption", (one.body_id, one.thing_id))


@seldom
def retired_in_use(body_id):
    rows = Standing.objects.filter(body=body_id, thing__state=ThingState.RETIRED).select_related("thing")
    return rows.annotate(own=F("stage").bitand(BITS)).filter(own__in=list(IN_USE)).order_by("pk")


def _checks(actor):
    if not registers(actor, actor.body_id):
        return
    for one in invited_or_told(actor.body_id):
        what = "invited" if one.state == CheckState.INVITED else "told"
        yield Waiting(what, one.thing.name, False, "peer_check", (one.pk,))


@seldom
def invited_or_told(body_id):
    invited = Q(peer=body_id, state=CheckState.INVITED)
    told = Q(body=body_id, state=CheckState.TOLD)
    return PeerCheck.objects.filter(invited | told).select_related("thing").order_by("pk")
