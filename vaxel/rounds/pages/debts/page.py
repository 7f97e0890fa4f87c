"""What became of the answers is owed to those who gave them: which rounds still owe it, for anyone who may read them."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import PUBLIC, access
from vaxel.rounds.queries.debt import PATIENCE, debts
from vaxel.ui.paging import page_of
from vaxel.ui.templatetags.numbers import in_words_capital


@access(PUBLIC)
def debts_page(request):
    found = debts(request.actor)
    owed = sum(one.is_owed for one in found)
    context = {"heading": heading(len(found)), "lead": _lead(owed), "page": page_of(request, found, size=30)}
    return render(request, "rounds/pages/debts/page.html", context)


def heading(number):
    if not number:
        return _("Alla stängda förfrågningar har fått återkoppling.")
    words = ngettext(
        "En stängd förfrågan väntar på återkoppling.", "%(n)s stängda förfrågningar väntar på återkoppling.", number
    )
    return words % {"n": in_words_capital(number)}


def _lead(owed):
    if not owed:
        return _("Den som har svarat ska få veta vad svaret ledde till. Här står det som återstår.")
    words = ngettext(
        "En av dem har väntat i mer än %(days)s dagar.", "%(n)s av dem har väntat i mer än %(days)s dagar.", owed
    )
    return words % {"n": in_words_capital(owed), "days": PATIENCE.days}
