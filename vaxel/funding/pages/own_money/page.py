"""A body's money: what was granted, to anyone; what has become of it, to the body, its county and who gave it."""

from itertools import groupby

from django.shortcuts import render
from django.utils.translation import gettext as _

from vaxel.accounts.access import PUBLIC, access
from vaxel.calendar.clock import today
from vaxel.funding.domain.budget import Line as Planned
from vaxel.funding.domain.budget import summed as budget_summed
from vaxel.funding.ledger_words import DUE_LOOKS, DUES, entry_words
from vaxel.funding.models import BudgetLine
from vaxel.funding.pages.found_money import body_of
from vaxel.funding.pages.own_money.sentence import heading, owing
from vaxel.funding.permissions import follows_money, receives_for, sees_own_money
from vaxel.funding.queries.own_money import history, own_money, summed
from vaxel.funding.queries.repayments import claims_of
from vaxel.network.pages.day import DayForm, status_of

PAGE = "funding/pages/own_money/page.html"
SOME = 12


@access(PUBLIC)
def own_money_page(request, body):
    form = DayForm(request.GET if "dag" in request.GET else None)
    return render(request, PAGE, _context(request, body_of(body), form), status=status_of(form))


def _context(request, body, form):
    actor, day = request.actor, form.day
    pockets = own_money(body.pk, day)
    everything = sees_own_money(actor, body.pk)
    seen = [one for one in pockets if everything or follows_money(actor, one.stream.agreement)]
    shown = seen or pockets
    may_enter, is_today = receives_for(actor, body.pk), day >= today()
    claims = [one for one in claims_of(today(), body_id=body.pk) if _sees_claim(one, seen)] if seen else []
    lines, entries = _lines(request, body, seen, day)
    total = summed(shown)
    return {
        "body": body,
        "form": form,
        "day": day,
        "is_today": is_today,
        "own": bool(seen),
        "heading": heading(body.name, shown, total, own=bool(seen)),
        "lead": owing(claims, today()) if is_today else "",
        "total": total,
        "parts": parts(total) if seen else [],
        "agreements": [_agreement(*one) for one in groupby(shown, key=lambda one: one.stream.agreement)],
        "claims": [{"it": one, "state": DUES[one.due], "look": DUE_LOOKS[one.due]} for one in claims],
        "lines": lines,
        "entries": entries,
        "more": entries > len(lines),
        "posts": bool(seen) and receives_for(actor, body.pk),
        "has_file": everything,
        "may_enter": may_enter and is_today and bool(pockets),
        "budgets": _budgets(body, seen) if seen else [],
    }


def _sees_claim(claimed, seen):
    entry = claimed.claim.entry
    return any((one.stream.pk, one.year) == (entry.stream_id, entry.year) for one in seen)


def _lines(request, body, seen, day):
    if not seen:
        return [], 0
    most = None if request.GET.get("poster") == "alla" else SOME
    lines, total = history(body.pk, {one.stream.pk for one in seen}, day, most)
    return [{"it": one, "words": entry_words(one)} for one in lines], total


def _agreement(agreement, pockets):
    pockets = list(pockets)
    return {"it": agreement, "pockets": pockets, "total": summed(pockets), "several": len(pockets) > 1}


def parts(total):
    """The bar: what has been used, sent on and returned of all that the body has had; the rest is left."""
    told = (
        ("s4", total.used, _("använt")),
        ("s2", total.pooled + total.passed_on + total.shared_out, _("vidare till andra")),
        ("s1", total.returned, _("lämnat tillbaka")),
        ("s3", total.left, _("kvar")),
    )
    most = sum(max(ore, 0) for _look, ore, _label in told)
    return [
        {"look": look, "value": ore, "label": label, "width": f"{100 * ore / most:.2f}%"}
        for look, ore, label in told
        if ore > 0
    ]


def _budgets(body, seen):
    """Per pocket: what the lines have taken, and what exceeds."""
    rows = {}
    for row in BudgetLine.objects.filter(body=body):
        line = Planned(row.label, row.planned_ore, row.agreed_ore, row.accounted_ore)
        rows.setdefault((row.stream_id, row.year), []).append(line)
    return [
        {"pocket": one, "sums": budget_summed(rows.get((one.stream.pk, one.year), []), had(one.standing)),
         "lines": len(rows.get((one.stream.pk, one.year), []))}
        for one in seen
    ]  # fmt: skip


def had(standing) -> int:
    """What the body has had to plan with: granted, received and carried in, less what it has sent on or returned."""
    return (
        standing.granted + standing.received + standing.carried_in
        - standing.pooled - standing.passed_on - standing.shared_out - standing.declined - standing.lapsed
    )  # fmt: skip
