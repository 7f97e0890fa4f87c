"""Which basis the figures stand on, and the joint answers they hold: *as answered* or *as adopted*, never mixed."""

from django.urls import reverse

from vaxel.calendar.clock import today
from vaxel.network.domain.agreements import Permits
from vaxel.network.queries.agreements import county_permits
from vaxel.rounds import permissions
from vaxel.rounds.domain.basis import Basis
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import FrameRange
from vaxel.rounds.pages.round.place import query_of
from vaxel.rounds.queries.joint import proposed_in

ADOPTED = "antaget"  # ?bas=antaget


def basis_of(request) -> Basis:
    return Basis.ADOPTED if request.GET.get("bas") == ADOPTED else Basis.ANSWERED


def joint_context(request, round, place, basis, as_of):
    """The county's own joint answer, and those of the counties below that may be read."""
    joints = [one for one in proposed_in(round) if permissions.reads_joint(request.actor, round, one.node_id)]
    here = [one for one in joints if place.node_id is None or one.node_id in _at_or_below(round, place.node_id)]
    params = request.GET.copy()
    params.pop("bas", None)
    plain = params.urlencode()
    return {
        "joints": here,
        "stale_joints": [one for one in here if one.stale],
        "answered_url": "?" + plain,
        "adopted_url": "?" + "&".join(filter(None, [plain, f"bas={ADOPTED}"])),
        "export_query": _export_query(place, basis, as_of),
        "joint_url": reverse("joint", args=[round.pk, place.node_id])
        if _may_begin(request, round, place, here)
        else "",
    }


def _at_or_below(round, node):
    """The nodes whose part lies within this node's part."""
    mine = list(FrameRange.objects.filter(frame=round.frame_id, node=node).values_list("start", "stop"))
    rows = FrameRange.objects.filter(frame=round.frame_id).values_list("node_id", "start", "stop")
    return {one for one, start, stop in rows if any(begin <= start and stop <= end for begin, end in mine)}


def _export_query(place, basis, as_of):
    chosen = f"bas={ADOPTED}" if basis == Basis.ADOPTED else ""
    return "?" + "&".join(filter(None, [query_of(place, as_of)[1:], chosen]))


def _may_begin(request, round, place, here):
    begun = place.node_id in {one.node_id for one in here}
    asks = round.state == RoundState.OPEN and round.template_version_id
    if not place.node_id or begun or not asks or not permissions.writes_joint(request.actor, round, place.node_id):
        return False
    return county_permits(place.node_id, Permits.JOINT_ANSWER, today())
