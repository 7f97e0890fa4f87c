"""Joint purposes and fees that one's own bodies ask for, host or are asked to pay."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import SIGNED_IN, access
from vaxel.calendar.clock import today
from vaxel.funding.ledger_words import POOL_LOOKS, POOL_STATES
from vaxel.funding.permissions import pools_at
from vaxel.funding.queries.naming import full_names
from vaxel.funding.queries.pools import pools_seen_by, waiting_for
from vaxel.network.domain.agreements import Permits
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Body, SharedResource
from vaxel.network.queries.agreements import permitting
from vaxel.ui.templatetags.numbers import in_words_capital


@access(SIGNED_IN)
def pools_page(request):
    actor = request.actor
    waiting = set(waiting_for(actor).values_list("pool", flat=True)) if actor.body_id else set()
    rows = list(pools_seen_by(actor).order_by("-year", "title", "pk"))
    names = full_names({row.owner_id for row in rows} | {row.host_id for row in rows})
    own = Body.objects.filter(pk=actor.body_id).first()
    may = own is not None and pools_at(actor, own)
    agreed = permitting(own.pk, Permits.SHARED_RESOURCES, today()) if may and own.kind == Kind.COUNTY else None
    context = {
        "heading": _heading(rows, waiting),
        "lines": [_line(row, names, waiting) for row in rows],
        "owner": own.pk if may else None,
        "is_county": may and own.kind == Kind.COUNTY,
        "resources": own and _resources(agreed),
    }
    return render(request, "funding/pages/pools/page.html", context)


def _resources(agreed):
    return list(SharedResource.objects.filter(agreement=agreed.id)) if agreed else []


def _heading(rows, waiting):
    if waiting:
        text = ngettext("%(n)s gemensam satsning väntar på ert svar.", "%(n)s gemensamma satsningar väntar på ert svar.", len(waiting))  # fmt: skip
        return text % {"n": in_words_capital(len(waiting))}
    return _("Det här betalar ni tillsammans med andra.") if rows else _("Ni betalar inget tillsammans med andra än.")


def _line(row, names, waiting):
    return {
        "pool": row,
        "owner": names.get(row.owner_id, ""),
        "state": POOL_STATES[row.state],
        "look": "need" if row.pk in waiting else POOL_LOOKS[row.state],
    }
