"""One stream: what for, how much, to whom and by which key."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from vaxel.calendar.domain.phrases import day_of_month
from vaxel.funding.domain.terms import Allocation, Receivers
from vaxel.funding.explained import KEYS_EXPLAINED
from vaxel.funding.fields import KronorField
from vaxel.funding.pages.edit.form import explained
from vaxel.funding.words import ALLOCATIONS, RECEIVERS
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Population
from vaxel.rounds.words import capital

FIELDS = ("title", "purpose", "pot_ore", "receivers", "allocation", "reference_date", "base_ore")


class StreamForm(forms.Form):
    use_required_attribute = False
    title = forms.CharField(
        label=_("Vad heter inriktningen?"),
        max_length=200,
        help_text=_("Till exempel: Suicidprevention."),
        error_messages={"required": _("Skriv vad inriktningen heter.")},
    )
    purpose = forms.CharField(
        label=_("Vad ska pengarna användas till?"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    pot_ore = KronorField(label=_("Hur mycket är det tillsammans?"))
    receivers = forms.ChoiceField(
        label=_("Vem får pengarna?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vem som får pengarna.")},
    )
    allocation = forms.ChoiceField(
        label=_("Hur fördelas de?"),
        widget=forms.RadioSelect(attrs={"class": "outlined"}),
        error_messages={"required": _("Välj hur pengarna fördelas.")},
    )
    reference_date = forms.TypedChoiceField(
        label=_("Folkmängden vilken dag?"),
        required=False,
        coerce=lambda value: value,
        empty_value=None,
        help_text=_("Behövs när pengarna fördelas efter folkmängd. Dagen står i beslutet och i kvittot."),
    )
    base_ore = KronorField(
        label=_("Grundbelopp till var och en"),
        required=False,
        help_text=_("Behövs bara med nyckeln grundbelopp, och resten efter folkmängd."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["receivers"].choices = [(str(kind), capital(str(name))) for kind, name in RECEIVERS.items()]
        self.fields["allocation"].choices = explained(ALLOCATIONS, KEYS_EXPLAINED)
        self.fields["reference_date"].choices = [("", "–"), *population_days()]

    def clean_base_ore(self):
        return self.cleaned_data["base_ore"] or 0

    def clean(self):
        data = super().clean()
        by_people = data.get("allocation") in {Allocation.POPULATION, Allocation.BASE_AND_POPULATION}
        if by_people and not data.get("reference_date"):
            self.add_error("reference_date", now_("Välj vilken dags folkmängd pengarna fördelas efter."))
        return data

    def written(self):
        data = self.cleaned_data
        day = data["reference_date"]
        return {name: data[name] for name in FIELDS} | {
            "receivers": Receivers(data["receivers"]),
            "allocation": Allocation(data["allocation"]),
            "reference_date": self.days()[day] if day else None,
        }

    def days(self):
        return {day.isoformat(): day for day in counted_days()}


def counted_days():
    """The days of which every municipality's population is known, the latest first."""
    rows = Population.objects.filter(kind=Kind.MUNICIPALITY).order_by("-reference_date")
    return list(rows.values_list("reference_date", flat=True).distinct())


def population_days():
    return [(day.isoformat(), day_of_month(day, get_language() or "sv")) for day in counted_days()]


def initial_of(stream):
    day = stream.reference_date
    return {name: getattr(stream, name) for name in FIELDS} | {"reference_date": day.isoformat() if day else ""}
