"""On an agreement's page: the way to its contracts, for those who see or write them."""

from vaxel.funding.domain.life import AgreementState
from vaxel.funding.models import Contract
from vaxel.funding.pages.agreement.sections import Section
from vaxel.funding.permissions import drafts_contracts


def section(request, agreement) -> Section | None:
    if agreement.state != AgreementState.DECIDED or request.actor.current is None:
        return None
    seen = Contract.objects.visible_to(request.actor).filter(agreement=agreement, parent=None, replaced_at=None).count()
    if not seen and not drafts_contracts(request.actor, agreement):
        return None
    return Section("funding/pages/contracts/section.html", {"agreement": agreement, "seen": seen})
