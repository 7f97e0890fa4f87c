"""A draft's words and terms. What is saved is a new version; the words keep their places, so that a changed sum is one."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.funding.commands.contract_drafting import edit_contract
from vaxel.funding.domain.contract_state import ContractAct
from vaxel.funding.domain.contract_text import PLACES
from vaxel.funding.pages.contract_edit.form import ContractForm, started_from
from vaxel.funding.pages.found_contract import contract_of
from vaxel.funding.permissions import EDITS_CONTRACT
from vaxel.funding.policies import why_not_contract
from vaxel.funding.queries.contract_standing import standing
from vaxel.network.pages.saying_no import refused_in, status_of

PAGE = "funding/pages/contract_edit/page.html"


@access(EDITS_CONTRACT)
def edit_page(request, contract):
    found = contract_of(contract)
    now = standing(found)
    if why := why_not_contract(now.state, ContractAct.EDIT):
        messages.error(request, str(why))
        return redirect("contract", found.pk)
    form = ContractForm(
        request.POST or None,
        initial=started_from(now.version),
        words=now.version.words,
        least_percent=now.version.least_percent,
    )
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            edit_contract(
                found, form.words(), form.read_terms(), by=request.actor, seen=form.cleaned_data["seen"],
                why=form.cleaned_data["why"],
            )  # fmt: skip
            messages.success(request, _("Sparat som en ny lydelse."))
            return redirect("contract", found.pk)
    context = {"contract": found, "form": form, "places": [f"{{{name}}}" for name in PLACES]}
    return render(request, PAGE, context, status=status_of(form))
