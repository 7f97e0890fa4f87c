"""The rounds one has to do with: what is out, what is owed, what has come back."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import SIGNED_IN, access
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.pages.rounds.form import Filter
from vaxel.rounds.permissions import creates_round
from vaxel.rounds.queries.mine import going, listed, my_rounds
from vaxel.rounds.words import STATES, kind_of, state_words
from vaxel.ui.paging import page_of
from vaxel.ui.templatetags.numbers import in_words_capital


@access(SIGNED_IN)
def rounds(request):
    form = Filter(request.GET)
    page = page_of(request, my_rounds(request.actor, **form.chosen()), size=30)
    open_now = going(request.actor)
    context = {
        "form": form,
        "page": page,
        "lines": [_line(one) for one in listed(page.object_list, request.actor)],
        "heading": sentence(open_now),
        "lead": _soon(open_now.due_soon),
        "is_filtered": any(form.chosen().values()),
        "may_create": creates_round(request.actor),
    }
    return render(request, "rounds/pages/rounds/page.html", context)


def sentence(open_now):
    if not open_now.sent and not open_now.received:
        return _("Inga förfrågningar är ute just nu.")
    if not open_now.sent:
        return ngettext("%(n)s förfrågan är ute hos er.", "%(n)s förfrågningar är ute hos er.", open_now.received) % {
            "n": in_words_capital(open_now.received)
        }
    sent = ngettext("%(n)s förfrågan från er är ute", "%(n)s förfrågningar från er är ute", open_now.sent)
    sent = sent % {"n": in_words_capital(open_now.sent)}
    if not open_now.received:
        return f"{sent}."
    return _("%(sent)s. %(n)s har kommit till er.") % {"sent": sent, "n": in_words_capital(open_now.received)}


def _soon(number):
    words = ngettext("%(n)s av dem ska besvaras inom en vecka.", "%(n)s av dem ska besvaras inom en vecka.", number)
    return words % {"n": in_words_capital(number)} if number else ""


def _line(one):
    asks = one.round.kind != RoundKind.MAILING
    return {
        "it": one,
        "word": kind_of(one.round),
        "state": STATES[one.round.state],
        "own": state_words(one.own, asks=asks) if one.own else "",
        "parts": [{"value": one.tally.done, "look": "s4", "label": _("svarat")}] if one.tally else [],
    }
