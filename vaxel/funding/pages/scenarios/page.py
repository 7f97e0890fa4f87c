"""An agreement's scenarios: begun by name, and laid side by side, receiver by receiver."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vaxel.accounts.access import access
from vaxel.funding.commands.scenarios import create_scenario
from vaxel.funding.domain.terms import TermsError
from vaxel.funding.pages.found import agreement_of
from vaxel.funding.pages.wording import DECIDED
from vaxel.funding.permissions import EDITS_MONEY
from vaxel.funding.queries.scenarios import base_of, tried
from vaxel.funding.words import RECEIVERS
from vaxel.network.domain.names import swedish_key
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.rounds.commands.drafting import in_words
from vaxel.rounds.words import capital
from vaxel.ui.templatetags.numbers import in_words_capital


class NewScenario(forms.Form):
    use_required_attribute = False
    name = forms.CharField(
        label=gettext_lazy("Vad heter scenariot?"),
        max_length=120,
        help_text=gettext_lazy("Till exempel: 250 Mkr till kommunerna."),
        error_messages={"required": gettext_lazy("Skriv vad scenariot heter.")},
    )


@access(EDITS_MONEY)
def scenarios_page(request, agreement):
    found = agreement_of(agreement)
    form = NewScenario(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            made = create_scenario(found, form.cleaned_data["name"], by=request.actor)
            messages.success(request, _("Scenariot är lika med överenskommelsen tills ni ändrar något i det."))
            return redirect("money_scenario", found.pk, made.pk)
    context = {"agreement": found, "form": form, "decided": found.state in DECIDED, **_compared(request, found)}
    return render(request, "funding/pages/scenarios/page.html", context, status=status_of(form))


def _compared(request, agreement):
    scenarios = list(agreement.scenarios.all())
    try:
        base = base_of(agreement)
    except TermsError as no:
        return {"heading": _("Fördelningen går inte att räkna ut än."), "why": in_words(no.sentence), "columns": []}
    results = tried(agreement, scenarios)
    columns = [one for one in results if one.sharing]
    kind = request.GET.get("till") if request.GET.get("till") in base.kinds else base.kinds[0]
    return {
        "heading": _heading(len(scenarios)),
        "base": base,
        "columns": columns,
        "broken": [(one.scenario, in_words(one.why)) for one in results if one.why],
        "kind": kind,
        "tabs": [(one, capital(str(RECEIVERS[one])), one == kind) for one in base.kinds],
        "rows": rows_of(base, [one.sharing for one in columns], kind),
    }


def rows_of(base, others, kind):
    """By name: what each gets now, and by each scenario."""
    names = {key: name for one in [*others, base] for key, name in one.names.items() if key[0] == kind}
    return [
        {"name": name, "now": base.payouts.get(key), "then": [one.payouts.get(key) for one in others]}
        for key, name in sorted(names.items(), key=lambda pair: swedish_key(pair[1]))
    ]


def _heading(number):
    if not number:
        return _("Vad händer om något ändras?")
    return ngettext("%(n)s scenario bredvid överenskommelsen.", "%(n)s scenarier bredvid överenskommelsen.", number) % {
        "n": in_words_capital(number, "ett")
    }
