from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.network.domain.order import Turn
from vaxel.network.pages.day import DayField
from vaxel.network.wording import TURNS

PLACES = (("first", _("Först")), ("second", _("Sedan")), ("third", _("Därefter")), ("fourth", _("Sist")))


class Order(forms.Form):
    """Four places, each a turn or nobody."""

    def __init__(self, *args, order, **kwargs):
        super().__init__(*args, **kwargs)
        said = [("", _("ingen mer"))] + [(turn, TURNS[turn]) for turn in Turn]
        for number, (name, label) in enumerate(PLACES):
            initial = order[number] if number < len(order) else ""
            self.fields[name] = forms.ChoiceField(label=label, choices=said, required=number == 0, initial=initial)

    @property
    def turns(self):
        return [self.cleaned_data[name] for name, _label in PLACES if self.cleaned_data.get(name)]

    def add_error(self, field, error):
        super().add_error(field if field in self.fields else None, error)


class Away(forms.Form):
    person = forms.ModelChoiceField(label=_("Vem"), queryset=None, empty_label=None)
    first = DayField(label=_("Från och med"))
    last = DayField(label=_("Till och med"))
    stand_in = forms.ModelChoiceField(
        label=_("Vikarie"),
        queryset=None,
        required=False,
        empty_label=_("ingen; nästa i ordningen nås"),
        help_text=_("Någon som har uppdrag här. Den får mejlen under tiden."),
    )

    def __init__(self, *args, people, own, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset, self.fields["stand_in"].queryset = own, people
        for name in ("person", "stand_in"):
            self.fields[name].label_from_instance = lambda person: person.name
        for name in ("first", "last"):
            self.fields[name].required = True


class Steering(forms.Form):
    address = forms.CharField(
        label=_("Styrgruppens adress"),
        required=False,
        max_length=254,
        widget=forms.EmailInput,
        help_text=_(
            "Dit går en uppgift om hur många som har svarat, men bara medan länets överenskommelse tillåter det. Lämna tomt för att ta bort den."
        ),
    )
