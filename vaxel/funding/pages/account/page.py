"""An agreement's money accounted for: the nation's report, open to anyone; names to who follows the money and the own county."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel import files
from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.funding.commands.spending import call_for_accounts
from vaxel.funding.models import Agreement, Decision, SpendingReport
from vaxel.funding.pages.account import sentence, tables
from vaxel.funding.permissions import (
    CALLS_FOR_ACCOUNTS,
    READS_MONEY,
    assesses,
    calls_for_accounts,
    follows_money,
    seen_by_name,
)
from vaxel.funding.queries.spending import conditions_of, standing_account, states_of, sums_of
from vaxel.funding.queries.spending_questions import CHANGED, EFFECT, GENDER, HEARD
from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.permissions import reads_round
from vaxel.rounds.queries.compile import compiled

PAGE = "funding/pages/account/page.html"
TEXTS = (HEARD, CHANGED, GENDER, EFFECT)
MOST_TEXTS = 12
FORMS = ("xlsx", "csv")


def decided(number) -> Agreement:
    """What is not decided has nothing to account for."""
    found = get_object_or_404(Agreement.objects.select_related("payer", "owner"), pk=number)
    if not Decision.objects.filter(agreement=found).exists():
        raise Http404
    return found


@access(READS_MONEY)
def account_page(request, agreement):
    return render(request, PAGE, _context(request, decided(agreement)))


def _context(request, agreement):
    actor = request.actor
    interim, final = (standing_account(agreement, interim=one) for one in (True, False))
    states = states_of(final)
    everyone, named = follows_money(actor, agreement), seen_by_name(actor, agreement, states)
    sums = sums_of(agreement, final, set(states)) if states else []
    found = conditions_of(agreement, states, alone=actor.body_ids, everything=assesses(actor, agreement))
    round = final.round if final and reads_round(actor, final.round) else None
    return {
        "agreement": agreement,
        "heading": sentence.heading(final, states),
        "lead": sentence.lead(states, sums, exact=everyone),
        "met": sentence.conditions(found, agreement.year + 1),
        "conditions": found.conditions,
        "round": round,
        "is_draft": bool(final) and final.round.state == RoundState.DRAFT,
        "due": final.round.due if final else None,
        "interim": interim if interim and reads_round(actor, interim.round) else None,
        "may_call": calls_for_accounts(actor, agreement) and not final,
        "called": {"interim": interim is not None, "final": final is not None},
        "agencies": _agencies(agreement) if calls_for_accounts(actor, agreement) and not final else [],
        "picture": tables.picture(sums, exact=everyone),
        "streams": tables.by_stream(sums, exact=everyone),
        "counties": tables.by_county(final, states, final.round.frame.as_of, own=named, exact=everyone)
        if states
        else [],
        "groups": tables.by_name(states, named, found),
        "everyone": everyone,
        "texts": _texts(final, actor) if states else [],
        "own": [(body, name) for body, name in at(today()).names(list(set(states) & actor.body_ids)).items()],
    }


def _agencies(agreement):
    """Who may ask questions of their own: the state's agencies that are no part of the agreement already."""
    found = at(today()).of_kind(Kind.AGENCY)
    return [(one.pk, one.name) for one in found if one.pk not in {agreement.payer_id, agreement.owner_id}]


def _texts(spending, actor):
    """What the reader may read of the words; the rest is in the compilation, as far as it is open to him."""
    whole = compiled(spending.round, actor=actor)
    found = []
    for key in TEXTS:
        if (one := whole.question(key)) and one.aggregate.answered:
            shown = [(value.name, value.value) for value in one.values[:MOST_TEXTS]]
            found.append({"label": one.question.label, "answered": one.aggregate.answered, "shown": shown})
    return found


@access(CALLS_FOR_ACCOUNTS)
@require_POST
def call_accounts(request, agreement):
    """One step: a draft to read through, change and send."""
    found = decided(agreement)
    known = {body for body, _name in _agencies(found)}
    wanted = [int(one) for one in request.POST.getlist("agency") if one.isascii() and one.isdigit() and len(one) < 19]
    made = call_for_accounts(
        found,
        by=request.actor,
        interim=request.POST.get("what") == "interim",
        agencies=[one for one in wanted if one in known],
    )
    messages.success(request, _("Utkastet är gjort. Läs igenom det och skicka det när ni vill."))
    return redirect("round", made.round_id)


@access(READS_MONEY)
def account_export(request, agreement, form):
    """A row per receiver and stream, of those the reader sees by name: kronor with two decimals."""
    if form not in FORMS:
        raise Http404
    found = decided(agreement)
    final = standing_account(found)
    named = seen_by_name(request.actor, found, states_of(final))
    rows = SpendingReport.objects.filter(spending=final, body__in=named).select_related("stream", "body")
    bodies = {body.pk: body for body in at(today()).named(named)}
    head = [_("kod"), _("namn"), _("inriktning"), _("att redovisa"), _("använt"), _("förs över"), _("betalas tillbaka")]
    return files.spreadsheet_response(form, f"{found.name}", head, [_row(row, bodies) for row in rows.order_by("pk")])


def _row(row, bodies):
    body = bodies.get(row.body_id)
    sums = (row.had_ore, row.used_ore, row.carried_ore, row.repay_ore)
    return [(body and body.code) or "", (body and body.name) or "", row.stream.title, *map(_decimal, sums)]


def _decimal(ore):
    """131634,63: a sheet reads it as a number."""
    return f"{ore // 100},{ore % 100:02}"
