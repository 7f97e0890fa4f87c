"""What has been used of a contract's money, and of that to work with municipalities: the third of the three questions."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.fields import SwedishDateField
from vaxel.funding.commands.contract_signing import account_for
from vaxel.funding.domain.contract_state import ContractAct
from vaxel.funding.fields import KronorField
from vaxel.funding.pages.found_contract import contract_of
from vaxel.funding.permissions import SHARES_OUT
from vaxel.funding.policies import why_not_contract
from vaxel.funding.queries.contract_standing import standing
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.rounds.forms.saying import said_money


class AccountForm(forms.Form):
    use_required_attribute = False
    day = SwedishDateField(label=gettext_lazy("Till och med"), latest=today)
    used = KronorField(label=gettext_lazy("Använt hittills, sammanlagt"))
    municipal = KronorField(label=gettext_lazy("Därav till samverkan med kommuner"))
    text = forms.CharField(
        label=gettext_lazy("Vad medlen har använts till, och planen för resten"),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


@access(SHARES_OUT)
def account_page(request, contract):
    found = contract_of(contract)
    now = standing(found)
    if why := why_not_contract(now.state, ContractAct.ACCOUNT):
        messages.error(request, str(why))
        return redirect("contract", found.pk)
    form = AccountForm(request.POST or None, initial={"day": today()})
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            data = form.cleaned_data
            account_for(found, data["day"], data["used"], data["municipal"], by=request.actor, text=data["text"])
            messages.success(request, _("Redovisat. En senare redovisning ersätter den här."))
            return redirect("contract", found.pk)
    context = {"contract": found, "form": form, "amount": said_money(now.version.total_ore), "version": now.version}
    return render(request, "funding/pages/contract_account/page.html", context, status=status_of(form))
