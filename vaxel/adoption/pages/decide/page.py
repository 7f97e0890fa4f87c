"""The decision is written by one; another confirms it on the retirement's own page."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.adoption.commands.retirements import LONGEST, prepare
from vaxel.adoption.domain.life import ThingState
from vaxel.adoption.domain.retiring import Outcome
from vaxel.adoption.models import Thing
from vaxel.adoption.pages.retirement.page import retirement_of
from vaxel.adoption.permissions import DECIDES_RETIREMENT
from vaxel.adoption.policies import RetirementAct, stage_of, why_not
from vaxel.adoption.words import OUTCOMES
from vaxel.calendar.clock import today
from vaxel.calendar.fields import SwedishDateField
from vaxel.network.pages.saying_no import refused_in, status_of


class Decision(forms.Form):
    use_required_attribute = False
    outcome = forms.ChoiceField(
        label=gettext_lazy("Vad beslutas?"),
        widget=forms.RadioSelect(attrs={"class": "outlined"}),
        choices=list(OUTCOMES.items()),
        error_messages={"required": gettext_lazy("Välj vad som beslutas.")},
    )
    from_day = SwedishDateField(
        label=gettext_lazy("Från vilken dag ska det inte användas?"),
        required=False,
        latest=lambda: today() + LONGEST,
        help_text=gettext_lazy("Så långt fram att de som använder det hinner. Behövs inte om det behålls."),
    )
    replacement = forms.ChoiceField(label=gettext_lazy("Ersätts av"), required=False)
    decision = forms.CharField(
        label=gettext_lazy("Skälen till beslutet"),
        max_length=4000,
        help_text=gettext_lazy("Vad remissen visade, och varför. De som använder det läser dem."),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Skriv skälen till beslutet. De som använder det läser dem.")},
    )

    def __init__(self, *args, thing, **kwargs):
        super().__init__(*args, **kwargs)
        others = Thing.objects.filter(state=ThingState.IN_USE).exclude(pk=thing.pk).order_by("name", "pk")
        self.others = {str(one.pk): one for one in others}
        self.fields["replacement"].choices = [("", _("inget")), *((pk, one.name) for pk, one in self.others.items())]


@access(DECIDES_RETIREMENT)
def decide_page(request, retirement):
    found = retirement_of(retirement)
    why = why_not(stage_of(found), RetirementAct.PREPARE)
    if why and request.method != "POST":
        messages.info(request, why)
        return redirect("retirement", found.pk)
    form = _form(request, found)
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            _prepare(form, found, request.actor)
            messages.success(request, _("Beslutet är skrivet. Det gäller när en kollega har bekräftat det."))
            return redirect("retirement", found.pk)
    context = {"retirement": found, "thing": found.thing, "form": form}
    return render(request, "adoption/pages/decide/page.html", context, status=status_of(form))


def _form(request, found):
    if request.method == "POST":
        return Decision(request.POST, thing=found.thing)
    before = {"outcome": found.outcome, "decision": found.decision, "from_day": found.from_day}
    return Decision(initial=before | {"replacement": found.replacement_id or ""}, thing=found.thing)


def _prepare(form, found, actor):
    data = form.cleaned_data
    prepare(
        found,
        outcome=Outcome(data["outcome"]),
        decision=data["decision"],
        from_day=data["from_day"],
        replacement=form.others.get(data["replacement"]),
        by=actor,
    )
