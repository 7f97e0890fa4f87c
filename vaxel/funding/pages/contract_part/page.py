"""A contract about a part: a party that receives the money shares some of it out, to a municipality or for own work."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.funding.commands.contract_drafting import draft_part
from vaxel.funding.domain.contract_state import ContractAct
from vaxel.funding.domain.municipal_share import For
from vaxel.funding.fields import KronorField
from vaxel.funding.models import Contract
from vaxel.funding.pages.found_contract import contract_of
from vaxel.funding.permissions import SHARES_OUT
from vaxel.funding.policies import why_not_contract
from vaxel.funding.queries.contract_standing import standing, standings
from vaxel.network.domain.kinds import Kind
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.queries.asof import at
from vaxel.rounds.forms.saying import said_money


class PartForm(forms.Form):
    use_required_attribute = False
    body = forms.TypedChoiceField(
        label=gettext_lazy("Avtal med"),
        coerce=int,
        error_messages={"required": gettext_lazy("Välj vem avtalet är med.")},
    )
    total = KronorField(label=gettext_lazy("Belopp"))
    to = forms.ChoiceField(
        label=gettext_lazy("Vad går pengarna till?"),
        choices=[
            (For.MUNICIPAL, gettext_lazy("Samverkan med kommuner")),
            (For.OWN, gettext_lazy("Regionens eget arbete")),
        ],
        initial=For.MUNICIPAL,
        widget=forms.RadioSelect,
    )


@access(SHARES_OUT)
def part_page(request, contract):
    found = contract_of(contract)
    now = standing(found)
    why = why_not_contract(now.state, ContractAct.SUBCONTRACT)
    if why or found.parent_id:
        messages.error(request, str(why or _("Det här avtalet är självt en del av ett annat. Skriv avtalet där.")))
        return redirect("contract", found.pk)
    form = PartForm(request.POST or None)
    form.fields["body"].choices = [("", _("Välj")), *_below(found, request.actor)]
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            data = form.cleaned_data
            made = draft_part(found, data["body"], data["total"], data["to"], by=request.actor)
            messages.success(request, _("Avtalet är ett utkast. Läs igenom och lägg fram det."))
            return redirect("contract", made.pk)
    context = {"contract": found, "form": form, "left": said_money(_left(now))}
    return render(request, "funding/pages/contract_part/page.html", context, status=status_of(form))


def _below(found, actor):
    """The municipalities, counties and regions of the receiver's area, by name."""
    kinds = [Kind.MUNICIPALITY, Kind.COUNTY, Kind.REGION]
    bodies = at(today()).below(found.body_id, kinds).exclude(pk=actor.body_id)
    return sorted({(one.pk, one.name) for one in bodies}, key=lambda pair: pair[1])


def _left(now):
    parts = standings(Contract.objects.filter(parent=now.contract, replaced_at=None))
    return now.version.total_ore - sum(part.version.total_ore for part in parts.values())
