"""The assessor claims money back from one body: how much, by when, with how much grace, and why."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.fields import SwedishDateField
from vaxel.funding.commands.money import claim
from vaxel.funding.domain.chain import Link
from vaxel.funding.fields import KronorField
from vaxel.funding.models import Agreement
from vaxel.funding.models.ledger import form_key
from vaxel.funding.pages.found_money import body_of
from vaxel.funding.permissions import ASSESSES
from vaxel.funding.queries.own_money import own_money
from vaxel.funding.templatetags.kronor import kronor
from vaxel.network.pages.saying_no import refused_in, status_of


class ClaimForm(forms.Form):
    use_required_attribute = False
    pocket = forms.ChoiceField(label=gettext_lazy("Av vilka medel?"), widget=forms.RadioSelect(attrs={"class": "outlined"}))  # fmt: skip
    ore = KronorField(label=gettext_lazy("Hur mycket ska betalas tillbaka?"))
    disallowed = KronorField(
        label=gettext_lazy("Hur mycket av det är redovisat som använt, men godtas inte?"), required=False
    )
    deadline = SwedishDateField(label=gettext_lazy("Sista dag"))
    grace_days = forms.IntegerField(label=gettext_lazy("Dagars anstånd"), min_value=0, max_value=366, initial=0)
    reason = forms.CharField(
        label=gettext_lazy("Varför? Mottagaren läser det."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Skriv varför medlen ska betalas tillbaka. Mottagaren läser det.")},
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args, pockets, **kwargs):
        super().__init__(*args, **kwargs)
        self.pockets = {f"{one.stream.pk}-{one.year}": one for one in pockets}
        self.fields["pocket"].choices = [(key, _choice(one)) for key, one in self.pockets.items()]


def _choice(one):
    said = {"stream": one.stream.title, "left": kronor(one.standing.free), "used": kronor(one.standing.used)}
    return _("%(stream)s: %(left)s kvar, %(used)s använt") % said


@access(ASSESSES)
def claim_back_page(request, agreement, body):
    found, receiver = get_object_or_404(Agreement, pk=agreement), body_of(body)
    pockets = [one for one in own_money(receiver.pk, today()) if one.stream.agreement_id == found.pk]
    if not pockets:
        raise Http404
    form = _form(request, found, pockets)
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            made = _claim(form, receiver, request.actor)
            messages.success(request, _("Kravet är registrerat, och mottagaren ser det."))
            return redirect("repayment", made.pk)
    context = {"agreement": found, "body": receiver, "form": form}
    return render(request, "funding/pages/claim_back/page.html", context, status=status_of(form))


def _form(request, agreement, pockets):
    if request.method == "POST":
        return ClaimForm(request.POST, pockets=pockets)
    last = agreement.deadlines.filter(link=Link.REPAYMENT, day__gt=today()).values_list("day", flat=True).first()
    most = max(pockets, key=lambda one: one.standing.free)
    start = {
        "pocket": f"{most.stream.pk}-{most.year}", "ore": max(most.standing.free, 0) or None, "deadline": last,
        "key": form_key(),
    }  # fmt: skip
    return ClaimForm(initial=start, pockets=pockets)


def _claim(form, body, actor):
    data = form.cleaned_data
    pocket = form.pockets[data["pocket"]]
    return claim(
        body,
        pocket.stream,
        pocket.year,
        data["ore"],
        by=actor,
        deadline=data["deadline"],
        reason=data["reason"],
        disallowed_ore=data["disallowed"] or 0,
        grace_days=data["grace_days"],
        key=data["key"],
    )
