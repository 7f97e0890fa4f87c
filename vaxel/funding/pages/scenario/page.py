"""One scenario: what is changed, and what that changes for each receiver. Its terms may become the draft's in one step."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.funding.commands.scenarios import drop_scenario, edit_scenario, use_scenario
from vaxel.funding.domain.life import AgreementAct
from vaxel.funding.domain.scenario import counted
from vaxel.funding.domain.terms import TermsError
from vaxel.funding.pages.found import agreement_of, scenario_of
from vaxel.funding.pages.maps import change_map, has_map
from vaxel.funding.pages.scenario.form import ScenarioForm, initial_of
from vaxel.funding.pages.sums import changes_said
from vaxel.funding.pages.wording import DECIDED
from vaxel.funding.permissions import EDITS_MONEY
from vaxel.funding.policies import why_not
from vaxel.funding.queries.scenarios import against, base_of, tried
from vaxel.funding.queries.terms import receivers_day, terms_of
from vaxel.funding.templatetags.kronor import kronor
from vaxel.funding.words import RECEIVERS
from vaxel.network.domain.names import swedish_key
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.rounds.commands.drafting import in_words
from vaxel.rounds.words import capital


@access(EDITS_MONEY)
def scenario_page(request, agreement, scenario):
    found = agreement_of(agreement)
    one = scenario_of(found, scenario)
    if request.method == "POST" and "drop" in request.POST:
        drop_scenario(one, by=request.actor)
        messages.success(request, _("Scenariot är borttaget."))
        return redirect("money_scenarios", found.pk)
    if request.method == "POST" and "use" in request.POST:
        return _used(request, found, one)
    terms = terms_of(found)
    form = ScenarioForm(request.POST if request.method == "POST" else None, terms=terms, initial=initial_of(one, terms))
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            edit_scenario(one, by=request.actor, name=form.cleaned_data["name"], changes=form.changes())
            return redirect("money_scenario", found.pk, one.pk)
        one.refresh_from_db()
    context = {"agreement": found, "scenario": one, "form": form, **_outcome(request, found, one)}
    return render(request, "funding/pages/scenario/page.html", context, status=status_of(form))


def _used(request, agreement, scenario):
    before = use_scenario(scenario, by=request.actor)
    messages.success(
        request,
        _("Scenariots villkor gäller nu i utkastet. De förra finns kvar som scenariot %(name)s.")
        % {"name": before.name},
    )
    return redirect("money_agreement", agreement.pk)


def _outcome(request, agreement, scenario):
    context = {
        "decided": agreement.state in DECIDED,
        "may_use": bool(scenario.changes) and why_not(agreement.state, AgreementAct.EDIT) is None,
    }
    try:
        base = base_of(agreement)
    except TermsError as no:
        return context | {"heading": _("Fördelningen går inte att räkna ut än."), "lead": in_words(no.sentence)}
    result = tried(agreement, [scenario])[0]
    if result.sharing is None:
        return context | {"heading": _("Scenariot går inte att räkna ut."), "lead": in_words(result.why)}
    changes = against(base, result.sharing)
    kind = request.GET.get("till") if request.GET.get("till") in result.sharing.kinds else result.sharing.kinds[0]
    return context | {
        "heading": heading(scenario, changes),
        "lead": _sums(base, result.sharing),
        "kind": kind,
        "tabs": [(one, capital(str(RECEIVERS[one])), one == kind) for one in result.sharing.kinds],
        "rows": sorted((one for one in changes if one.kind == kind), key=lambda one: swedish_key(one.name)),
        "map": change_map(changes, kind, receivers_day(agreement.year), request.actor.body_ids) if has_map(kind) else None,
        "changed": any(one.change for one in changes),
    }  # fmt: skip


def heading(scenario, changes):
    more, less, _same = counted(changes)
    if not more and not less:
        return _("%(name)s ger alla lika mycket som förut.") % {"name": scenario.name}
    return _("%(name)s: %(parts)s.") % {"name": scenario.name, "parts": changes_said(changes)}


def _sums(base, other):
    said = {"before": kronor(base.paid_ore), "after": kronor(other.paid_ore)}
    if base.paid_ore == other.paid_ore:
        return _("Tillsammans %(after)s, lika mycket som förut.") % said
    return _("Tillsammans %(after)s. Förut %(before)s.") % said
