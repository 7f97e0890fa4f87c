"""A contract signed by hand is read in, and somebody says that its words are the ones that stand here."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.fields import SwedishDateField
from vaxel.funding.commands.contract_signing import register_copy
from vaxel.funding.domain.contract_state import ContractAct
from vaxel.funding.pages.found_contract import contract_of
from vaxel.funding.permissions import KEEPS_COPIES, edits_contract
from vaxel.funding.policies import why_not_contract
from vaxel.funding.queries.contract_standing import standing
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.queries.asof import at


class CopyForm(forms.Form):
    use_required_attribute = False
    upload = forms.FileField(
        label=gettext_lazy("Det undertecknade papperet, som pdf"),
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
        error_messages={"required": gettext_lazy("Välj filen med det inlästa papperet.")},
    )
    bodies = forms.MultipleChoiceField(
        label=gettext_lazy("Vilka har skrivit under på papperet?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    signed_on = SwedishDateField(label=gettext_lazy("När skrev den sista under?"), latest=today)
    same_text = forms.BooleanField(
        label=gettext_lazy("Jag har läst papperet mot texten här, och orden är desamma."), required=False
    )


@access(KEEPS_COPIES)
def copy_page(request, contract):
    found = contract_of(contract)
    now = standing(found)
    if why := why_not_contract(now.state, ContractAct.UPLOAD_COPY):
        messages.error(request, str(why))
        return redirect("contract", found.pk)
    form = CopyForm(request.POST or None, request.FILES or None)
    form.fields["bodies"].choices = _choices(request.actor, now)
    if request.method == "POST" and form.is_valid() and _kept(request, found, form):
        return redirect("contract", found.pk)
    context = {"contract": found, "form": form, "version": now.version}
    return render(request, "funding/pages/contract_copy/page.html", context, status=status_of(form))


def _choices(actor, now):
    """All parties for whoever writes the contract; a party registers its own."""
    names = at(today()).names([party.body_id for party in now.parties])
    every = edits_contract(actor, now.contract)
    return [
        (party.body_id, names.get(party.body_id, ""))
        for party in now.parties
        if every or party.body_id == actor.body_id
    ]


def _kept(request, found, form):
    data = form.cleaned_data
    with refused_in(form):
        register_copy(
            found,
            data["upload"],
            by=request.actor,
            signed_on=data["signed_on"],
            bodies=[int(one) for one in data["bodies"]],
            same_text=data["same_text"],
        )
        messages.success(request, _("Papperet är inläst och underskrifterna registrerade."))
    return not form.errors
