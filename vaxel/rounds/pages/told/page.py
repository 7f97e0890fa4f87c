"""What has gone out about a round, receiver by receiver: each body sees its own, the sender and the county theirs."""

from django.db.models import Q
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.queries.asof import at
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.pages.told.wording import line_of
from vaxel.rounds.permissions import READS_ROUND
from vaxel.rounds.queries.plan import plan_for
from vaxel.rounds.queries.told import messages, told, unreachable
from vaxel.ui.paging import page_of
from vaxel.ui.templatetags.numbers import in_words_capital


@access(READS_ROUND)
def told_page(request, round):
    found = round_of(round)
    body_id = _chosen(request)
    page = page_of(request, messages(found, request.actor, body_id))
    first = unreachable(found, request.actor, body_id) if page.number == 1 else []
    shown = [*first, *told(page.object_list)]
    names = at(today()).names({one.body_id for one in shown})
    context = {
        "round": found,
        "page": page,
        "lines": [line_of(one, names.get(one.body_id, "")) for one in shown],
        "only": names.get(body_id, "") if body_id else "",
        "heading": _heading(page.paginator, first),
        "plan": plan_for(found),
        "back": reverse("round", args=[found.pk]),
    }
    return render(request, "rounds/pages/told/page.html", context)


def _chosen(request):
    written = request.GET.get("mottagare", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 18 else None


def _heading(every, unreached):
    """What needs someone first: whom nobody could reach, then what did not get through."""
    number = every.count
    failed = every.object_list.filter(Q(bounced_at__isnull=False) | Q(given_up_at__isnull=False)).count()
    if unreached:
        words = ngettext("%(n)s mottagare går inte att nå.", "%(n)s mottagare går inte att nå.", len(unreached))
        return words % {"n": in_words_capital(len(unreached))}
    if not number:
        return _("Inget mejl har gått ut än.")
    first = ngettext("%(n)s mejl.", "%(n)s mejl.", number) % {"n": in_words_capital(number, "ett")}
    if not failed:
        return first
    second = ngettext("%(n)s kom inte fram.", "%(n)s kom inte fram.", failed)
    return f"{first} {second % {'n': in_words_capital(failed, 'ett')}}"
