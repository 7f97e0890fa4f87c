"""On a decided agreement's page: how far its money has been taken up, in one sentence, and the way there."""

from vaxel.funding.models import Decision
from vaxel.funding.pages.agreement.sections import Section
from vaxel.funding.pages.requisition.sentence import heading
from vaxel.funding.permissions import calls_for_requisitions
from vaxel.funding.queries.requisitions import taken


def section(request, agreement) -> Section | None:
    if not Decision.objects.filter(agreement=agreement).exists():
        return None
    state = taken(agreement)
    context = {
        "agreement": agreement,
        "sentence": heading(state),
        "begin": state.call is None and calls_for_requisitions(request.actor, agreement),
        "own": [body for body in state.states if body in request.actor.body_ids],
    }
    return Section("funding/pages/requisition_section/section.html", context)
