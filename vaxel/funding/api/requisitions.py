"""Who has taken up its money: sums for those who follow it, states of those that the key may see by name."""

from django.http import Http404
from ninja import Schema

from vaxel.accounts.api.bearer import reads
from vaxel.accounts.api.desk import Desk
from vaxel.accounts.api.paging import Id
from vaxel.funding.api.agreements import seen
from vaxel.funding.api.router import router
from vaxel.funding.domain.requisition import RequisitionState, Standing
from vaxel.funding.permissions import follows_money, seen_by_name
from vaxel.funding.queries.requisitions import taken

desk = Desk(router, "funding")


class RequisitionsOut(Schema):
    """`sums` (state → öre) and `counts` (standing → receivers) are null to those who do not follow the money: every
    share is public, so an exact sum of a few would name them. `names`: body → standing, of those the key may see."""

    sent: bool
    round: int | None
    granted_ore: int
    sums: dict[RequisitionState, int] | None
    counts: dict[Standing, int] | None
    names: dict[int, Standing]


@desk.get("/agreements/{agreement}/requisitions", reads, RequisitionsOut, "agreement_requisitions")
def requisitions(request, agreement: Id):
    """How far the money has been taken up."""
    found = seen(request, agreement)
    if getattr(found, "decision", None) is None:
        raise Http404
    state, exact = taken(found), follows_money(request.actor, found)
    standings = state.bodies
    named = seen_by_name(request.actor, found, standings) if state.is_sent else set()
    return {
        "sent": state.is_sent,
        "round": state.call.round_id if state.is_sent else None,
        "granted_ore": sum(stream.granted_ore for stream in state.streams),
        "sums": {one: state.sums[one] for one in RequisitionState} if exact else None,
        "counts": {one: state.counts[one] for one in Standing} if exact else None,
        "names": {body: standings[body] for body in sorted(named)},
    }
