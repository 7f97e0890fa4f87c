"""The contracts of an agreement, and those of one's own body: who has signed, and the 30 % rule asked three ways."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vaxel.accounts.access import SIGNED_IN, access
from vaxel.funding.commands.contract_drafting import draft_contracts
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.models import Agreement, Contract, Grant, Stream
from vaxel.funding.pages.contract_wording import LOOKS, STATES, list_heading, percent, share_sentence
from vaxel.funding.permissions import DRAFTS_CONTRACTS, READS_CONTRACTS, drafts_contracts
from vaxel.funding.queries.contract_list import of_agreement, of_body
from vaxel.rounds.forms.saying import said_money
from vaxel.rounds.words import capital
from vaxel.ui.refusal import Refusal
from vaxel.ui.templatetags.numbers import in_words_capital

PAGE = "funding/pages/contracts/page.html"


@access(READS_CONTRACTS)
def contracts_page(request, agreement):
    found = get_object_or_404(Agreement, pk=agreement)
    rows = of_agreement(found, request.actor)
    drafts = drafts_contracts(request.actor, found) and found.state == AgreementState.DECIDED
    context = {
        "agreement": found,
        "heading": list_heading(rows) if rows or not drafts else _("Inga avtal är skrivna än."),
        "lines": [line(row) for row in rows],
        "least": next((row.shares.agreed.least for row in rows if row.shares), None),
        "lead": _lead(rows),
        "to_draft": _lacking(found) if drafts else [],
    }
    return render(request, PAGE, context)


@access(SIGNED_IN)
def contracts_own(request):
    """Those that wait for one's own signature first."""
    rows = sorted(of_body(request.actor), key=lambda row: (not row.mine, row.name, row.id))
    mine = sum(row.mine for row in rows)
    heading = _("Inget avtal väntar på er underskrift.")
    if mine:
        heading = ngettext("%(n)s avtal väntar på er underskrift.", "%(n)s avtal väntar på er underskrift.", mine) % {
            "n": in_words_capital(mine, "ett")
        }
    context = {"agreement": None, "heading": heading, "lines": [line(row) for row in rows], "lead": "", "to_draft": []}
    return render(request, PAGE, context)


@require_POST
@access(DRAFTS_CONTRACTS)
def contracts_draft(request, agreement):
    stream = get_object_or_404(Stream, pk=request.POST.get("stream") or 0, agreement=agreement)
    try:
        made = draft_contracts(stream, by=request.actor)
        said = ngettext("%(n)s avtal är skrivet.", "%(n)s avtal är skrivna.", len(made))
        messages.success(
            request,
            said % {"n": in_words_capital(len(made), "ett")} + " " + _("Läs igenom och lägg fram dem för parterna."),
        )
    except Refusal as no:
        messages.error(request, no.message)
    return redirect("contracts", agreement)


def line(row):
    """As the table prints it."""
    shares = row.shares
    return {
        "row": row,
        "amount": said_money(row.total_ore),
        "state": capital(str(STATES[row.state])),
        "look": LOOKS.get(row.state, "later"),
        "shares": [
            {"label": label, "text": percent(one.share), "need": one.holds is False}
            for label, one in (
                (_("Planerat"), shares.planned),
                (_("Avtalat"), shares.agreed),
                (_("Redovisat"), shares.accounted),
            )
        ]
        if shares
        else [],
        "says": share_sentence(shares),
    }


def _lead(rows):
    short = [row for row in rows if row.shares and row.shares.needs_you]
    if not short:
        return ""
    return ngettext(
        "%(n)s av dem når inte den andel som ska gå till samverkan med kommuner.",
        "%(n)s av dem når inte den andel som ska gå till samverkan med kommuner.",
        len(short),
    ) % {"n": in_words_capital(len(short), "ett")}


def _lacking(agreement):
    """Streams with receivers that have no contract yet: [(stream, how many)]."""
    having = set(Contract.objects.filter(agreement=agreement, parent=None).values_list("stream", "body"))
    counts: dict = {}
    granted = Grant.objects.filter(decision__agreement=agreement, share_ore__gt=0).values_list("stream", "body")
    for stream, body in granted:
        if (stream, body) not in having:
            counts[stream] = counts.get(stream, 0) + 1
    streams = Stream.objects.in_bulk(counts)
    return [(streams[pk], number) for pk, number in sorted(counts.items())]
