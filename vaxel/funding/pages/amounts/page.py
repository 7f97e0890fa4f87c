"""What each receiver gets where no rule computes it: pasted from a sheet or typed, every row's fate shown first."""

import hashlib

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vaxel import files
from vaxel.accounts.access import access
from vaxel.funding.commands.streams import set_amounts
from vaxel.funding.domain.life import AgreementAct
from vaxel.funding.domain.pasted_amounts import MOST_ROWS, Fate, judge, rows_of, whole_parts
from vaxel.funding.domain.terms import Allocation
from vaxel.funding.pages.found import agreement_of, stream_of
from vaxel.funding.permissions import EDITS_MONEY
from vaxel.funding.policies import why_not
from vaxel.funding.queries.spelling import receivers_of, spelt
from vaxel.funding.templatetags.kronor import bare, kronor
from vaxel.rounds.domain.shown import number
from vaxel.ui.refusal import Refusal

PAGE = "funding/pages/amounts/page.html"
LONGEST = 200_000
FATES = {
    Fate.UNKNOWN: gettext_lazy("Ingen mottagare har den koden eller det namnet"),
    Fate.NOT_A_SUM: gettext_lazy("Går inte att läsa som ett belopp"),
    Fate.TWICE: gettext_lazy("Står på flera rader"),
    Fate.EMPTY: gettext_lazy("Utan belopp: får inget i den här inriktningen"),
    Fate.TAKEN: gettext_lazy("Förs in"),
}


@access(EDITS_MONEY)
def amounts_page(request, agreement, stream):
    found = agreement_of(agreement)
    one = stream_of(found, stream)
    if one.allocation not in {Allocation.ENTERED, Allocation.SHARES}:
        messages.info(request, _("Nyckeln räknar själv ut vad var och en får."))
        return redirect("money_stream", found.pk, one.pk)
    if request.method != "POST":
        if why := why_not(found.state, AgreementAct.EDIT):
            messages.info(request, why)
            return redirect("money_agreement", found.pk)
        return _shown(request, one, stored(one))
    try:
        text = _written(request)
        if request.POST.get("act") == "save" and request.POST.get("seen") == seen_of(text):
            return _saved(request, found, one, text)
    except Refusal as no:
        return _shown(request, one, request.POST.get("rows", "")[:LONGEST], looked=True, refused=no)
    return _shown(request, one, text, looked=True)


def _written(request):
    """What was typed, or a file's rows as if they had been pasted."""
    upload = request.FILES.get("file")
    text = _pasted(files.read_table(upload, field="file")) if upload else request.POST.get("rows", "")
    if len(text) > LONGEST or len(text.splitlines()) > MOST_ROWS + 1:  # one of headings
        raise Refusal(_("Tabellen har fler än %(most)s rader. Dela upp den.") % {"most": MOST_ROWS})
    return text


def _pasted(table):
    return "\n".join(
        "\t".join(cell.strip() for cell in row) for row in [table.header, *(row.cells for row in table.rows)]
    )


def _judged(stream, text):
    codes, names = spelt(receivers_of(stream.receivers, stream.agreement.year))
    return judge(rows_of(text), codes, names, shares=stream.allocation == Allocation.SHARES)


def seen_of(text):
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def _saved(request, agreement, stream, text):
    fates = _judged(stream, text)
    wrong = sum(one.fate in {Fate.UNKNOWN, Fate.NOT_A_SUM, Fate.TWICE} for one in fates)
    if wrong:
        raise Refusal(
            ngettext(
                "En rad går inte att föra in. Rätta den, eller ta bort den.",
                "%(n)s rader går inte att föra in. Rätta dem, eller ta bort dem.",
                wrong,
            )
            % {"n": wrong}
        )
    taken = {one.body: one.value for one in fates if one.fate == Fate.TAKEN}
    amounts = (
        whole_parts(taken)
        if stream.allocation == Allocation.SHARES
        else {body: int(ore) for body, ore in taken.items()}
    )
    set_amounts(stream, amounts, by=request.actor)
    messages.success(
        request, ngettext("Ett belopp är infört.", "%(n)s belopp är införda.", len(taken)) % {"n": len(taken)}
    )
    return redirect("money_agreement", agreement.pk)


def stored(stream) -> str:
    """One receiver a line, as it would be pasted from a sheet; those without a sum too, so that one can type it."""
    amounts = {one.body_id: one for one in stream.amounts.all()}
    lines = []
    for one in receivers_of(stream.receivers, stream.agreement.year):
        amount = amounts.get(one.body_id)
        said = "" if amount is None else bare(amount.amount_ore) if amount.parts is None else str(amount.parts)
        lines.append(f"{one.code}\t{one.short_name or one.name}\t{said}".replace("\u00a0", " "))
    return "\n".join(lines)


def _shown(request, stream, text, *, looked=False, refused=None):
    fates = _judged(stream, text)
    context = {
        "agreement": stream.agreement,
        "stream": stream,
        "rows": text,
        "lines": min(max(text.count("\n") + 2, 8), 24),
        "looked": looked,
        "seen": seen_of(text),
        "groups": [_group(stream, fate, label, fates) for fate, label in FATES.items()],
        "wrong": any(one.fate in {Fate.UNKNOWN, Fate.NOT_A_SUM, Fate.TWICE} for one in fates),
        "total": total_said(stream, fates),
        "shares": stream.allocation == Allocation.SHARES,
        "refused": refused,
    }
    template = f"{PAGE}#total" if request.htmx and request.POST.get("act") != "save" else PAGE
    return render(request, template, context, status=refused.status if refused and not request.htmx else 200)


def total_said(stream, fates):
    """The sum against the pot, in one sentence."""
    total = sum(one.value for one in fates if one.value is not None)
    if stream.allocation == Allocation.SHARES:
        return _("Andelarna blir tillsammans %(total)s. Det är det hela, som potten %(pot)s delas efter.") % {
            "total": number(total), "pot": kronor(stream.pot_ore),
        }  # fmt: skip
    said = {
        "total": kronor(int(total)),
        "pot": kronor(stream.pot_ore),
        "rest": kronor(abs(stream.pot_ore - int(total))),
    }
    if total == stream.pot_ore:
        return _("Beloppen blir tillsammans %(total)s, precis som potten.") % said
    if total < stream.pot_ore:
        return _("Beloppen blir tillsammans %(total)s. Det är %(rest)s kvar av potten, %(pot)s.") % said
    return _("Beloppen blir tillsammans %(total)s. Det är %(rest)s mer än potten, %(pot)s.") % said


def _group(stream, fate, label, fates):
    mine = [one for one in fates if one.fate == fate]
    shares = stream.allocation == Allocation.SHARES
    return {
        "label": label,
        "count": len(mine),
        "rows": [
            {
                "row": one.row,
                "value": one.row.written
                if one.value is None
                else number(one.value)
                if shares
                else kronor(int(one.value)),
            }
            for one in mine
        ],
        "open": fate not in {Fate.TAKEN, Fate.EMPTY},
    }
