"""What we have said, and what it changed: one's own body's answers beside what the senders did with them."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.queries.asof import at
from vaxel.rounds.permissions import READS_REGISTER
from vaxel.rounds.queries.said import said_by, told
from vaxel.ui.paging import page_of
from vaxel.ui.templatetags.numbers import in_words_capital


@access(READS_REGISTER)
def said(request, body):
    rows = said_by(body, request.actor)
    page = page_of(request, rows, size=20)
    number, came = page.paginator.count, rows.exclude(round__feedback="").count()
    context = {
        "name": at(today()).names([body]).get(body, ""),
        "body": body,
        "heading": heading(number, came),
        "page": page,
        "lines": told(page.object_list),
    }
    return render(request, "rounds/pages/said/page.html", context)


def heading(number, came) -> str:
    """ "Ni har svarat på sju förfrågningar. Fyra har lett till något som ni kan läsa om." """
    if not number:
        return _("Ni har inte svarat på något än.")
    first = ngettext("Ni har svarat på en förfrågan.", "Ni har svarat på %(n)s förfrågningar.", number)
    first = first % {"n": in_words_capital(number).lower()}
    if not came:
        return f"{first} {_('Ingen avsändare har sagt vad det ledde till än.')}"
    second = ngettext("Om en av dem står vad det ledde till.", "Om %(n)s av dem står vad det ledde till.", came)
    return f"{first} {second % {'n': in_words_capital(came).lower()}}"
