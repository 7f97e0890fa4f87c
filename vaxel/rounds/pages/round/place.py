"""Whose part of the round one looks at: `?nod=`, else one's own level, else the whole."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.composed import seldom
from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.models import Delivery
from vaxel.rounds.permissions import reads_as_sender
from vaxel.rounds.queries.division import THEN, TODAY, division
from vaxel.rounds.queries.few import held_back_parts, home_of, refuse_held_back
from vaxel.rounds.queries.vectors import ranges
from vaxel.ui.refusal import Refusal

LEVELS = (Kind.NATION, Kind.HEALTHCARE_REGION, Kind.COUNTY, Kind.REGION, Kind.MUNICIPALITY)


@dataclass(frozen=True)
class Place:
    """`node_id` None is the whole round."""

    node_id: int | None
    name: str
    kind: str
    is_own: bool
    as_sender: bool

    @property
    def query(self):
        return f"?nod={self.node_id}" if self.node_id else ""


def place_of(request, round) -> Place:
    actor = request.actor
    as_sender = reads_as_sender(actor, round)
    written = request.GET.get("nod", request.POST.get("nod", ""))
    node_id = _asked(written, round) if written not in {"", "alla"} else None
    if node_id and not as_sender and node_id not in home_of(actor):
        refuse_held_back(round, node_id)
    if not written and not as_sender:
        node_id = _own_level(actor, round)
    if node_id is None:
        return Place(None, "", "", as_sender, as_sender)
    return Place(node_id, *_named(node_id, round), node_id == actor.body_id, as_sender)


def own_delivery(actor, round):
    """What one's own body has been asked, once it has been passed on to it."""
    return None if actor.current is None else next(iter(delivery_of(round.pk, actor.body_id)), None)


@seldom
def delivery_of(round_id, body_id):
    return Delivery.objects.filter(round=round_id, body=body_id, waits_at=None)


def wanted_division(request):
    return TODAY if request.GET.get("som") == "idag" else THEN


def division_of(request, round, place):
    """`?som=idag` is today's division, where that tells nobody's own figure."""
    return division(round, place.node_id, wanted_division(request), as_sender=place.as_sender, is_own=place.is_own)


def query_of(place, as_of):
    """The same part by the same division, at another address."""
    chosen = {**({"nod": place.node_id} if place.node_id else {}), **({"som": "idag"} if as_of == TODAY else {})}
    return f"?{urlencode(chosen)}" if chosen else ""


def _asked(written, round):
    node_id = int(written) if written.isascii() and written.isdigit() and len(written) <= 18 else 0
    if round.frame_id and ranges(round.frame).of(node_id):
        return node_id
    raise Refusal(_("Den nivån hör inte till förfrågan. Välj ett län i tabellen."), status=404)


def _own_level(actor, round):
    if actor.current is None or round.frame_id is None:
        return None
    covered = bool(ranges(round.frame).of(actor.body_id))
    return actor.body_id if covered and _body(actor.body_id, round).kind in LEVELS[1:] else None


def _named(node_id, round):
    body = _body(node_id, round)
    return (body.name or "", body.named_as or body.kind) if body else ("", "")


def _body(node_id, round):
    return at(round.frame.as_of if round.frame_id else today()).one_named(node_id)


def trail_of(place, round):
    """The line of levels down to the part one looks at; each stop is the same round, seen from there."""
    if place.node_id is None:
        return None
    levels = at(round.frame.as_of).path(place.node_id)
    covered = set(ranges(round.frame).nodes.tolist())
    closed = set() if place.as_sender else held_back_parts(round) - {place.node_id}
    return [_stop(body, place, round, covered - closed) for level in levels for body in level[:1]]


def _stop(body, place, round, covered):
    whole = body.named_as == Kind.NATION
    known = whole or body.pk in covered
    url = f"{reverse('round', args=[round.pk])}?nod={'alla' if whole else body.pk}" if known else ""
    return {"label": body.short_name or body.name, "url": url, "current": body.pk == place.node_id}
