"""Granted money among the open data: one set for all that holds, and each agreement's allocation to the öre."""

from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.models import Agreement
from vaxel.network.queries.asof import at
from vaxel.text import summary

MOST = 100  # agreements: some fifty years of them


def money_sets():
    """Two queries. None where nothing is decided."""
    rows = Agreement.objects.filter(state=AgreementState.DECIDED).select_related("decision")
    found = list(rows.defer("decision__inputs", "decision__outputs")[:MOST])
    names = at(today()).names({one.payer_id for one in found})
    return [_all(found), *(_of(one, names) for one in found)] if found else []


def _all(found):
    return {
        "key": "money",
        "title": _("Beviljade medel, alla överenskommelser"),
        "text": _(
            "Varje mottagares medel i formen 360Giving: varje krona en gång, samma id från version till version."
        ),
        "publisher": "Växel",
        "issued": swedish_day(max(one.decision.decided_at for one in found)),
        "files": {form: reverse("money_giving_all", args=[form]) for form in ("csv", "json")},
        "page": reverse("money"),
    }


def _of(agreement, names):
    return {
        "key": f"money-{agreement.pk}",
        "title": _("Fördelning: %(name)s") % {"name": agreement.name},
        "text": summary(agreement.text, 300),
        "publisher": names.get(agreement.payer_id, "Växel"),
        "issued": swedish_day(agreement.decision.decided_at),
        "files": {
            "csv": reverse("money_allocation_export", args=[agreement.pk, "csv"]),
            "json": reverse("money_receipt_file", args=[agreement.pk, "json"]),
        },
        "page": reverse("money_receipt", args=[agreement.pk]),
    }
