"""On a body's part of a requisition, before the questions: what it was granted, by which key, and who attests."""

from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.funding.models import RequisitionCall
from vaxel.funding.pages.requisition_body.page import parts_shown
from vaxel.funding.pages.requisition_body.sentence import heading
from vaxel.funding.permissions import reads_requisition
from vaxel.funding.queries.claims import part_of_body
from vaxel.funding.queries.signing import first_signer
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.link_actor import acts_by_link
from vaxel.rounds.pages.round.sections import Section

TEMPLATE = "funding/pages/granted_section/section.html"
ROUND = "funding/pages/granted_section/round.html"


def section(request, delivery) -> Section | None:
    """For the body itself, also by a link (without names), and for those who see it by name."""
    if delivery.round.kind != RoundKind.REQUISITION:
        return None
    call = RequisitionCall.objects.select_related("agreement__decision").filter(round=delivery.round_id).first()
    if call is None:
        return None
    by_link = acts_by_link(request.actor, delivery)
    if not by_link and not reads_requisition(request.actor, call.agreement, delivery.body_id):
        return None
    return Section(TEMPLATE, _context(call, delivery, by_link=by_link), first=True)


def _context(call, delivery, *, by_link):
    body, mine = delivery.body, part_of_body(call.agreement, delivery.body)
    body.name = at(today()).names([body]).get(body.pk, "")
    who = _("den som beslutar hos er") if by_link else first_signer(body.pk)
    return {
        "call": call,
        "body": body,
        "mine": mine,
        "sentence": heading(body, mine, who),
        "parts": parts_shown(mine),
        "link": not by_link,
    }


def round_section(request, round) -> Section | None:
    """On the round's own page: the way to sums and maps."""
    if round.kind != RoundKind.REQUISITION:
        return None
    call = RequisitionCall.objects.filter(round=round).first()
    return Section(ROUND, {"call": call}) if call else None
