"""Who gives what to whom, and how it is rounded: the agreement itself, apart from its streams, days and conditions."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from vaxel.calendar.clock import today
from vaxel.funding.domain.terms import Level, Rounding
from vaxel.funding.explained import LEVELS_EXPLAINED, ROUNDINGS_EXPLAINED
from vaxel.funding.words import LEVELS, ROUNDINGS
from vaxel.network.domain.kinds import Kind
from vaxel.network.domain.names import swedish_key
from vaxel.network.queries.asof import at
from vaxel.rounds.pages.new_round.to_whom import complain_of
from vaxel.rounds.queries.pasted import resolve
from vaxel.rounds.words import capital

MANDATES = (
    Kind.NATION, Kind.SECRETARIAT, Kind.AGENCY, Kind.HEALTHCARE_REGION, Kind.RESOURCE_CENTRE, Kind.COUNTY, Kind.REGION,
)  # fmt: skip
NATIONAL = {Kind.NATION, Kind.SECRETARIAT, Kind.AGENCY}
UNITS = ((100, _("Hela kronor, som i de publicerade tabellerna")), (100_000, _("Hela tusental kronor")))
ROLES = ("orderer", "payer", "assessor")


class AgreementForm(forms.Form):
    use_required_attribute = False
    name = forms.CharField(
        label=_("Vad heter överenskommelsen?"),
        max_length=200,
        help_text=_("Till exempel: Psykisk hälsa 2020."),
        error_messages={"required": _("Skriv vad överenskommelsen heter.")},
    )
    year = forms.IntegerField(
        label=_("Vilket år gäller medlen?"),
        min_value=1990,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages={
            "required": _("Skriv vilket år medlen gäller, med fyra siffror."),
            "invalid": _("Skriv vilket år medlen gäller, med fyra siffror."),
        },
    )
    parties = forms.CharField(
        label=_("Parter"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Vilka som har kommit överens. Namn, ett på varje rad: Socialdepartementet, Nationella kansliet."),
    )
    orderer = forms.ChoiceField(
        label=_("Beställer"), required=False, help_text=_("Den som vill att något ska bli gjort, och säger vad.")
    )
    payer = forms.ChoiceField(
        label=_("Betalar ut"),
        required=False,
        help_text=_("Den som mottagarna rekvirerar från och betalar tillbaka till."),
    )
    assessor = forms.ChoiceField(
        label=_("Bedömer"),
        required=False,
        help_text=_("Den som läser redovisningen och prövar den mot villkoren, och bara mot dem."),
    )
    reference = forms.CharField(
        label=_("Referenskod"),
        required=False,
        max_length=40,
        help_text=_("Följer med på rekvisitioner och fakturor, till exempel 3500."),
    )
    rounding = forms.ChoiceField(
        label=_("Hur avrundas utbetalningarna?"), widget=forms.RadioSelect(attrs={"class": "outlined"})
    )
    level = forms.ChoiceField(
        label=_("I vilken ordning delas pengarna?"), widget=forms.RadioSelect(attrs={"class": "outlined"})
    )
    unit_ore = forms.TypedChoiceField(label=_("Utbetalningar görs i"), choices=UNITS, coerce=int, initial=100)
    text = forms.CharField(
        label=_("Om överenskommelsen"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Vad medlen är till för, i korthet. Läses av alla när den är beslutad."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ROLES:
            self.fields[name].choices = [("", "–"), *_bodies()] if name == ROLES[0] else self.fields[ROLES[0]].choices
        self.fields["rounding"].choices = explained(ROUNDINGS, ROUNDINGS_EXPLAINED)
        self.fields["level"].choices = explained(LEVELS, LEVELS_EXPLAINED)

    def clean_parties(self):
        found = resolve(self.cleaned_data["parties"], today())
        complain_of(found)
        return list(found.body_ids)

    def written(self):
        """What `create_agreement` and `edit_agreement` take."""
        data = self.cleaned_data
        plain = {name: data[name] for name in ("name", "year", "reference", "text", "unit_ore")}
        roles = {f"{name}_id": int(data[name]) if data[name] else None for name in ROLES}
        return {
            **plain,
            **roles,
            "rounding": Rounding(data["rounding"]),
            "level": Level(data["level"]),
            "party_ids": data["parties"],
        }


def explained(names, meanings):
    """Each choice with what it means under it."""
    return [
        (str(key), format_html('{}<span class="hint">{}</span>', capital(str(name)), meanings[key]))
        for key, name in names.items()
    ]


def _bodies():
    bodies = [body for body in at(today()).of_kind(*MANDATES) if body.name]
    return [
        (str(body.pk), body.name)
        for body in sorted(bodies, key=lambda body: (body.kind not in NATIONAL, swedish_key(body.name)))
    ]


def initial_of(agreement):
    plain = "name year reference text rounding level unit_ore revision".split()
    names = at(today()).names(list(agreement.parties.values_list("body_id", flat=True)))
    return (
        {name: getattr(agreement, name) for name in plain}
        | {name: str(getattr(agreement, f"{name}_id") or "") for name in ROLES}
        | {"parties": "\n".join(names.values())}
    )
