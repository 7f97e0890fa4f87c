"""All that is claimed back of one agreement, the earliest last day first; and those who have something left to claim."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.funding.domain.repayment import Due
from vaxel.funding.ledger_words import DUE_LOOKS, DUES
from vaxel.funding.models import Agreement, PocketBalance
from vaxel.funding.permissions import FOLLOWS_MONEY, assesses
from vaxel.funding.queries.naming import full_names
from vaxel.funding.queries.repayments import claims_of
from vaxel.funding.templatetags.kronor import kronor
from vaxel.network.domain.names import swedish_key
from vaxel.ui.templatetags.numbers import in_words_capital


@access(FOLLOWS_MONEY)
def repayments_page(request, agreement):
    found = get_object_or_404(Agreement, pk=agreement)
    claims = claims_of(today(), agreement=found)
    left = _left(found)
    names = full_names({one.claim.entry.source_id for one in claims} | left.keys())
    context = {
        "agreement": found,
        "heading": _heading(claims),
        "lines": [_line(one, names) for one in claims],
        "may_claim": assesses(request.actor, found),
        "left": sorted(
            ({"body": body, "name": names.get(body, ""), "ore": ore} for body, ore in left.items()),
            key=lambda one: swedish_key(one["name"]),
        ),
    }
    return render(request, "funding/pages/repayments/page.html", context)


def _left(agreement):
    """Body → öre, of all its streams and years; the payer's own is not to be repaid."""
    found: dict[int, int] = {}
    rows = PocketBalance.objects.filter(stream__agreement=agreement, left__gt=0)
    for row in rows.exclude(body=agreement.payer_id):
        found[row.body_id] = found.get(row.body_id, 0) + row.left - row.owed
    return {body: ore for body, ore in found.items() if ore > 0}


def _heading(claims):
    open_ones = [one for one in claims if one.due != Due.SETTLED]
    if not claims:
        return _("Inget är krävt tillbaka.")
    if not open_ones:
        return _("Allt som har krävts tillbaka är uppklarat.")
    total = kronor(sum(one.rule.outstanding for one in open_ones))
    late = sum(one.due == Due.LATE for one in open_ones)
    said = ngettext("%(n)s återkrav på %(sum)s återstår.", "%(n)s återkrav på tillsammans %(sum)s återstår.", len(open_ones))  # fmt: skip
    text = said % {"n": in_words_capital(len(open_ones), "ett"), "sum": total}
    if late:
        text += " " + ngettext("%(n)s är försenat.", "%(n)s är försenade.", late) % {"n": in_words_capital(late, "ett")}
    return text


def _line(one, names):
    return {
        "it": one, "name": names.get(one.claim.entry.source_id, ""), "state": DUES[one.due], "look": DUE_LOOKS[one.due],
    }  # fmt: skip
