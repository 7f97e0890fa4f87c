"""The county's agreements on its own page in the network, for those who may see them."""

from django.utils.translation import gettext as _

from vaxel.network.agreement_wording import LOOKS, STANDINGS
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Body, CountyAgreement
from vaxel.network.pages.body.sections import Section
from vaxel.network.permissions import drafts_agreement, sees_agreement
from vaxel.network.queries.agreements import of_county


def section(request, body_id, day):
    if request.actor.current is None or not Body.objects.filter(pk=body_id, kind=Kind.COUNTY).exists():
        return None
    rows = {row.pk: row for row in CountyAgreement.objects.filter(county=body_id)}
    seen = [one for one in of_county(body_id, day) if sees_agreement(request.actor, rows[one.id])] if rows else []
    drafts = drafts_agreement(request.actor, body_id)
    if not seen and not drafts:
        return None
    lines = [(one, STANDINGS[one.standing], LOOKS.get(one.standing, "")) for one in seen]
    context = {"lines": lines, "drafts": drafts, "county_id": body_id}
    return Section(_("Länsöverenskommelser"), "network/pages/agreement/section.html", context)
