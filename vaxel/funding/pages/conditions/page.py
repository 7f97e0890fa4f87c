"""What is asked of those who take the money (grundläggande krav), of one stream or of all."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.funding.commands.agreements import add_condition, drop_condition
from vaxel.funding.domain.conditions import ConditionKind
from vaxel.funding.domain.life import AgreementAct
from vaxel.funding.pages.found import agreement_of
from vaxel.funding.permissions import EDITS_MONEY
from vaxel.funding.policies import why_not
from vaxel.funding.words import CONDITIONS
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.rounds.words import capital


class ConditionForm(forms.Form):
    use_required_attribute = False
    kind = forms.ChoiceField(
        label=gettext_lazy("Vad för slags villkor?"),
        widget=forms.RadioSelect(attrs={"class": "outlined"}),
        initial=ConditionKind.BASIC,
    )
    text = forms.CharField(
        label=gettext_lazy("Vad krävs?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Skriv vad som krävs.")},
    )
    least_percent = forms.IntegerField(
        label=gettext_lazy("Minst så många procent"),
        required=False,
        min_value=1,
        max_value=100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        help_text=gettext_lazy("Bara för delen till arbete med kommunerna. År 2017 var den 30."),
        error_messages={"invalid": gettext_lazy("Skriv ett tal mellan 1 och 100.")},
    )
    stream = forms.ChoiceField(label=gettext_lazy("Gäller"), required=False)
    opens_next_year = forms.BooleanField(label=gettext_lazy("Måste vara uppfyllt för nästa års medel"), required=False)

    def __init__(self, *args, agreement, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(str(kind), capital(str(name))) for kind, name in CONDITIONS.items()]
        self.streams = {str(one.pk): one for one in agreement.streams.all()}
        self.fields["stream"].choices = [
            ("", _("alla inriktningar")),
            *((pk, one.title) for pk, one in self.streams.items()),
        ]

    def written(self):
        data = self.cleaned_data
        return {
            "text": data["text"],
            "kind": ConditionKind(data["kind"]),
            "least_percent": data["least_percent"],
            "stream": self.streams.get(data["stream"]),
            "opens_next_year": data["opens_next_year"],
        }


@access(EDITS_MONEY)
def conditions_page(request, agreement):
    found = agreement_of(agreement)
    if request.method != "POST" and (why := why_not(found.state, AgreementAct.EDIT)):
        messages.info(request, why)
        return redirect("money_agreement", found.pk)
    if request.method == "POST" and (number := request.POST.get("drop", "")):
        return _dropped(request, found, number)
    form = ConditionForm(request.POST if request.method == "POST" else None, agreement=found)
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            add_condition(found, by=request.actor, **form.written())
            messages.success(request, _("Villkoret är tillagt."))
            return redirect("money_conditions", found.pk)
    context = {"agreement": found, "form": form, "conditions": conditions_of(found)}
    return render(request, "funding/pages/conditions/page.html", context, status=status_of(form))


def _dropped(request, agreement, number):
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        raise Http404
    drop_condition(get_object_or_404(agreement.conditions, pk=number), by=request.actor)
    messages.success(request, _("Villkoret är borttaget."))
    return redirect("money_conditions", agreement.pk)


def conditions_of(agreement):
    return [
        {
            "condition": one,
            "kind": capital(str(CONDITIONS[one.kind])),
            "of": one.stream.title if one.stream else "",
        }
        for one in agreement.conditions.select_related("stream")
    ]
