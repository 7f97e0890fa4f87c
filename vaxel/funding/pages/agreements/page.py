"""All agreements on money that one may see, newest first. What is decided is open to anyone."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from vaxel.accounts.access import PUBLIC, access
from vaxel.calendar.clock import today
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.explained import STATE_LOOKS
from vaxel.funding.models import Agreement
from vaxel.funding.pages.wording import opening
from vaxel.funding.permissions import writes_agreements
from vaxel.funding.queries.summed import summed
from vaxel.funding.words import STATES
from vaxel.network.queries.asof import at
from vaxel.ui.paging import page_of

SIZE = 50


@access(PUBLIC)
def agreements_page(request):
    seen = Agreement.objects.visible_to(request.actor).order_by("-year", "-pk")
    page = page_of(request, seen, size=SIZE)
    agreements = list(page.object_list)
    sums = summed(agreements)
    context = {
        "page": page,
        "heading": _heading(agreements, sums),
        "lines": _lines(agreements, sums),
        "may_write": writes_agreements(request.actor),
    }
    return render(request, "funding/pages/agreements/page.html", context)


def _heading(agreements, sums):
    """Of the newest that holds; else of the newest draft."""
    if not agreements:
        return _("Inga medel är fördelade än.")
    newest = next((one for one in agreements if one.state == AgreementState.DECIDED), agreements[0])
    return opening(newest, sums[newest.pk])


def _lines(agreements, sums):
    payers = at(today()).names({one.payer_id for one in agreements} - {None})
    return [
        {
            "agreement": one,
            "sums": sums[one.pk],
            "payer": payers.get(one.payer_id, ""),
            "state": STATES[one.state],
            "look": STATE_LOOKS[one.state],
        }
        for one in agreements
    ]
