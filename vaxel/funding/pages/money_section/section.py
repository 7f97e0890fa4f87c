"""What a body's page says of money: granted, to anyone; left and to be repaid, to those who may see it; a county's proposal."""

from django.utils.translation import pgettext

from vaxel.calendar.clock import today
from vaxel.funding.models import Agreement, PocketBalance
from vaxel.funding.permissions import reads_proposal, sees_own_money
from vaxel.funding.queries.pools import waiting_for
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Body
from vaxel.network.pages.body.sections import Section

TEMPLATE = "funding/pages/money_section/section.html"


def section(request, body_id, day) -> Section | None:
    if day != today():
        return None
    actor = request.actor
    rows = list(PocketBalance.objects.filter(body=body_id).select_related("stream__agreement"))
    agreements = _agreements(rows)
    proposals = _proposals(actor, body_id)
    if not agreements and not proposals:
        return None
    own = sees_own_money(actor, body_id)
    context = {
        "body_id": body_id,
        "own": own,
        "lines": agreements,
        "proposals": proposals,
        "waiting": waiting_for(actor).count() if actor.body_id == body_id else 0,
    }
    return Section(pgettext("money", "Medel"), TEMPLATE, context)


def _agreements(rows):
    """Each agreement once, the newest first: what was granted by it, and what is left."""
    found: dict = {}
    for row in rows:
        granted, left, owed = found.get(row.stream.agreement, (0, 0, 0))
        found[row.stream.agreement] = (granted + row.granted, left + row.left, owed + row.owed)
    order = sorted(found.items(), key=lambda one: (-one[0].year, one[0].name))
    return [
        {"it": agreement, "granted": granted, "left": left, "owed": owed}
        for agreement, (granted, left, owed) in order
        if granted or left
    ]


def _proposals(actor, body_id):
    """A county's, for those in it: of each decided agreement."""
    if not actor.body_ids or not reads_proposal(actor, body_id):
        return []
    if not Body.objects.filter(pk=body_id, kind=Kind.COUNTY).exists():
        return []
    return list(Agreement.objects.filter(decision__isnull=False, replaced_by=None).order_by("-year", "name")[:3])
