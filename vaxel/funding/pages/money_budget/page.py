"""Budget lines of one stream: planned, agreed and accounted, what is unplanned, and what exceeds what there is."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.funding.commands.budget import MOST, Written, write_budget
from vaxel.funding.domain.budget import Line, summed
from vaxel.funding.domain.ledger import Standing
from vaxel.funding.fields import KronorField
from vaxel.funding.models import BudgetLine
from vaxel.funding.pages.found_money import body_of, pocket_of
from vaxel.funding.pages.own_money.page import had
from vaxel.funding.permissions import OWN_MONEY
from vaxel.funding.queries.own_money import own_money
from vaxel.funding.templatetags.kronor import kronor
from vaxel.ui.refusal import Refusal

SPARE = 3
OVER = {
    "planned": gettext_lazy("Det planerade är %(sum)s mer än vad som finns."),
    "agreed": gettext_lazy("Det avtalade är %(sum)s mer än vad som finns."),
    "accounted": gettext_lazy("Det redovisade är %(sum)s mer än vad som finns."),
}


class LineForm(forms.Form):
    use_required_attribute = False
    label = forms.CharField(label=gettext_lazy("Vad"), max_length=120, required=False)
    planned = KronorField(label=gettext_lazy("Planerat"), required=False, help_text="")
    agreed = KronorField(label=gettext_lazy("Avtalat"), required=False, help_text="")
    accounted = KronorField(label=gettext_lazy("Redovisat"), required=False, help_text="")

    def clean(self):
        data = super().clean()
        if not (data.get("label") or "").strip() and any(data.get(name) for name in ("planned", "agreed", "accounted")):
            self.add_error("label", _("Skriv vad raden är till för."))
        return data


LineFormSet = forms.formset_factory(LineForm, extra=SPARE, max_num=MOST, absolute_max=MOST)


@access(OWN_MONEY)
def budget_page(request, body, stream, year):
    found = body_of(body)
    pocket = pocket_of(found, stream, year)
    rows = list(BudgetLine.objects.filter(body=found, stream=pocket, year=year))
    lines = LineFormSet(request.POST or None, initial=[_initial(row) for row in rows])
    refused = ""
    if request.method == "POST" and lines.is_valid():
        try:
            write_budget(found, pocket, year, [_written(one) for one in lines.cleaned_data], by=request.actor)
            messages.success(request, _("Sparat."))
            return redirect("money_budget", found.pk, pocket.pk, year)
        except Refusal as no:
            refused = no.message
    wrong = refused or (lines.is_bound and not lines.is_valid())
    context = {"body": found, "stream": pocket, "year": year, "lines": lines, "refused": refused}
    context |= _sums(found, pocket, year, rows)
    return render(request, "funding/pages/money_budget/page.html", context, status=422 if wrong else 200)


def _initial(row):
    return {"label": row.label, "planned": row.planned_ore, "agreed": row.agreed_ore, "accounted": row.accounted_ore}


def _written(data):
    return Written(data.get("label") or "", data.get("planned") or 0, data.get("agreed"), data.get("accounted"))


def _sums(body, stream, year, rows):
    now = next((one.standing for one in own_money(body.pk, today()) if (one.stream, one.year) == (stream, year)), Standing())  # fmt: skip
    sums = summed([Line(row.label, row.planned_ore, row.agreed_ore, row.accounted_ore) for row in rows], had(now))
    return {
        "sums": sums,
        "used": now.used,
        "rows": rows,
        "warnings": [OVER[name] % {"sum": kronor(ore)} for name, ore in sums.over.items()],
    }
