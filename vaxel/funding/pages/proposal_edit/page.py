"""The proposal is written on one page, stream by stream; what is left empty is told as missing, and nothing is refused."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.funding.commands.proposals import TEXTS, USES, write_proposal
from vaxel.funding.pages.proposal.page import seen_of
from vaxel.funding.permissions import WRITES_PROPOSAL
from vaxel.network.pages.saying_no import refused_in, status_of

AREA = {"rows": 5}


class TextsForm(forms.Form):
    introduction = forms.CharField(
        label=gettext_lazy("Inledning"), required=False, max_length=6000, widget=forms.Textarea(attrs={"rows": 3})
    )
    reporting = forms.CharField(
        label=gettext_lazy("Krav på redovisning utöver överenskommelsens"),
        required=False,
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class UseForm(forms.Form):
    purpose = forms.CharField(
        label=gettext_lazy("Vad ska medlen användas till?"), required=False, max_length=10000, widget=forms.Textarea(attrs=AREA)
    )  # fmt: skip
    group = forms.CharField(label=gettext_lazy("Ansvarig grupp (LAG)"), required=False, max_length=160)
    steering = forms.CharField(label=gettext_lazy("Styrgrupp (LPO)"), required=False, max_length=160)
    decides = forms.CharField(
        label=gettext_lazy("Beslutar (till exempel chefsnätverket)"), required=False, max_length=160
    )
    reports = forms.CharField(label=gettext_lazy("Skriver redovisningen"), required=False, max_length=160)


@access(WRITES_PROPOSAL)
def proposal_edit(request, county, agreement):
    seen = seen_of(county, agreement)
    texts = TextsForm(request.POST or None, initial={name: getattr(seen.proposal, name, "") for name in TEXTS})
    uses = [(one, _use_form(request, one)) for one in seen.uses]
    if request.method == "POST" and all([texts.is_valid(), *(form.is_valid() for _one, form in uses)]):
        with refused_in(texts):
            _write(request, seen, texts, uses)
            messages.success(request, _("Sparat."))
            return redirect("proposal", seen.county.pk, seen.agreement.pk)
    context = {"seen": seen, "texts": texts, "uses": uses}
    wrong = any(form.errors for _one, form in uses)
    status = 422 if wrong else status_of(texts)
    return render(request, "funding/pages/proposal_edit/page.html", context, status=status)


def _use_form(request, one):
    initial = {name: getattr(one.rule, name) for name in USES}
    return UseForm(request.POST or None, prefix=f"s{one.stream.pk}", initial=initial)


def _write(request, seen, texts, uses):
    revision = request.POST.get("revision", "")
    write_proposal(
        seen.county,
        seen.agreement,
        by=request.actor,
        revision=int(revision) if revision.isdigit() else -1,
        texts=texts.cleaned_data,
        uses={one.stream.pk: form.cleaned_data for one, form in uses},
    )
