from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.adoption.commands.things import TARGETS
from vaxel.calendar.clock import today
from vaxel.calendar.fields import SwedishDateField
from vaxel.rounds.words import bodies, capital

KINDS = ("vård- och insatsprogram", "metod", "riktlinje", "vårdförlopp", "utbildning")


class ThingForm(forms.Form):
    use_required_attribute = False
    name = forms.CharField(
        label=_("Vad heter det?"), max_length=160, error_messages={"required": _("Skriv vad det heter.")}
    )
    kind = forms.CharField(
        label=_("Vad är det för slag?"),
        max_length=60,
        help_text=_("Till exempel vård- och insatsprogram, metod, riktlinje eller utbildning."),
        error_messages={"required": _("Skriv vad det är för slag, t.ex. metod eller riktlinje.")},
    )
    description = forms.CharField(
        label=_("Vad är det, och vem har nytta av det?"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    target_kinds = forms.MultipleChoiceField(
        label=_("Vem är det tänkt för?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Välj minst en sorts organisation som det är tänkt för.")},
    )
    since = SwedishDateField(label=_("Sprids sedan"), latest=today)
    need_indicator = forms.CharField(
        label=_("Vad mäts behovet med?"),
        required=False,
        max_length=200,
        help_text=_("Till exempel: unga per 1 000 invånare som söker för psykisk ohälsa."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target_kinds"].choices = [(str(kind), capital(bodies(kind, 2))) for kind in TARGETS]

    def fields_written(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}


def initial_of(thing):
    names = "name kind description target_kinds since need_indicator revision".split()
    return {name: getattr(thing, name) for name in names}
