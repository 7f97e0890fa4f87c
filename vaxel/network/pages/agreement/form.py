import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel import files
from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.network.agreement_wording import PERMITS, RENEWALS, RESOURCES
from vaxel.network.commands.agreements import Shared, Wording
from vaxel.network.domain.agreements import Permits, Renewal
from vaxel.network.pages.day import DayField

BLANK_ROWS = 3
DAY = dt.timedelta(days=1)


class AgreementForm(forms.Form):
    """People write the last day; the network keeps the first day it no longer holds."""

    title = forms.CharField(label=_("Vad heter överenskommelsen?"), max_length=200)
    starts = DayField(
        label=_("Gäller från"), help_text=_("Tomt betyder i dag. Den gäller aldrig förrän alla har skrivit under.")
    )
    last_day = DayField(label=_("Sista dag"), help_text=_("Tomt betyder tills vidare."))
    renewal = forms.ChoiceField(label=_("När den går ut"), choices=list(RENEWALS.items()), widget=forms.RadioSelect)
    notice_months = forms.IntegerField(
        label=_("Månader före slutet då parterna bestämmer om fortsättningen"), min_value=0, max_value=24
    )
    parties = forms.MultipleChoiceField(label=_("Parter"), widget=forms.CheckboxSelectMultiple)
    permits = forms.MultipleChoiceField(
        label=_("Vad den medger"), choices=list(PERMITS.items()), widget=forms.CheckboxSelectMultiple, required=False
    )
    text = forms.CharField(
        label=_("Ändamål och villkor i korthet"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    document = forms.FileField(
        label=_("Överenskommelsen som fil"), required=False, widget=forms.FileInput(attrs={"accept": files.ACCEPT})
    )

    def __init__(self, *args, possible, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parties"].choices = possible

    def wording(self, resources) -> Wording:
        data = self.cleaned_data
        return Wording(
            title=data["title"],
            starts=data["starts"] or today(),
            ends=data["last_day"] + DAY if data["last_day"] else FOREVER,
            renewal=Renewal(data["renewal"]),
            notice_months=data["notice_months"],
            permits=frozenset(Permits(one) for one in data["permits"]),
            text=data["text"],
            resources=resources,
        )


class ResourceForm(forms.Form):
    name = forms.CharField(label=_("Gemensam resurs"), max_length=120, required=False)
    kind = forms.ChoiceField(label=_("Slag"), choices=list(RESOURCES.items()))
    percent = forms.IntegerField(label=_("Procent"), min_value=1, max_value=1000, required=False)
    host = forms.TypedChoiceField(label=_("Värd"), coerce=int)

    def __init__(self, *args, possible, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["host"].choices = possible

    def shared(self) -> Shared | None:
        """A row without a name is no resource."""
        data = self.cleaned_data
        if not data.get("name", "").strip():
            return None
        return Shared(data["name"], data["kind"], data["percent"], data["host"])


Resources = forms.formset_factory(ResourceForm, extra=BLANK_ROWS, max_num=30, absolute_max=30)


def initial_of(agreement):
    """The form as it was written, from an agreement."""
    return {
        "title": agreement.title,
        "starts": agreement.valid_from,
        "last_day": None if agreement.valid_to == FOREVER else agreement.valid_to - DAY,
        "renewal": agreement.renewal,
        "notice_months": agreement.notice_months,
        "parties": [party.body_id for party in agreement.parties.all()],
        "permits": agreement.permits,
        "text": agreement.text,
    }


class EndForm(forms.Form):
    day = DayField(label=_("Slutar gälla från"), help_text=_("Tomt betyder i dag."))
    note = forms.CharField(label=_("Varför"), max_length=300, required=False)


class RenewForm(forms.Form):
    last_day = DayField(
        label=_("Sista dag för den nya"), help_text=_("Tomt betyder tills vidare. Alla skriver under på nytt.")
    )
