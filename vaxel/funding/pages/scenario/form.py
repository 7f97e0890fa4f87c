"""A scenario's terms: each stream's pot, key, day and base, and how payouts are rounded. Only what differs is kept."""

import datetime as dt
from dataclasses import replace

from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.funding.domain.scenario import applied, changes_between
from vaxel.funding.domain.terms import Allocation, Level, Rounding
from vaxel.funding.fields import KronorField
from vaxel.funding.pages.stream.form import population_days
from vaxel.funding.words import ALLOCATIONS, LEVELS, ROUNDINGS
from vaxel.rounds.words import capital

BY_HAND = {Allocation.ENTERED, Allocation.SHARES}
BY_PEOPLE = {Allocation.POPULATION, Allocation.BASE_AND_POPULATION}


class ScenarioForm(forms.Form):
    use_required_attribute = False
    name = forms.CharField(
        label=_("Namn"), max_length=120, error_messages={"required": _("Skriv vad scenariot heter.")}
    )
    rounding = forms.ChoiceField(
        label=_("Avrundning"), choices=[(str(k), capital(str(v))) for k, v in ROUNDINGS.items()]
    )
    level = forms.ChoiceField(label=_("Ordning"), choices=[(str(k), capital(str(v))) for k, v in LEVELS.items()])

    def __init__(self, *args, terms, **kwargs):
        super().__init__(*args, **kwargs)
        self.terms = terms
        days = [("", "–"), *population_days()]
        self.fields["rounding"].choices = [(str(key), capital(str(name))) for key, name in ROUNDINGS.items()]
        self.fields["level"].choices = [(str(key), capital(str(name))) for key, name in LEVELS.items()]
        for stream in terms.streams:
            self.fields |= _fields(stream, days)

    def streams(self):
        """Each stream with its fields, as the page lays them out."""
        names = ("pot", "key", "date", "base")
        return [(stream, [self[f"{name}-{stream.key}"] for name in names]) for stream in self.terms.streams]

    def clean(self):
        data = super().clean()
        for stream in self.terms.streams:
            if data.get(f"key-{stream.key}") in BY_PEOPLE and not data.get(f"date-{stream.key}"):
                self.add_error(f"date-{stream.key}", _("Välj vilken dags folkmängd pengarna fördelas efter."))
        return data

    def changes(self):
        data = self.cleaned_data
        after = replace(
            self.terms,
            rounding=Rounding(data["rounding"]),
            level=Level(data["level"]),
            streams=tuple(self._stream(stream) for stream in self.terms.streams),
        )
        return changes_between(self.terms, after)

    def _stream(self, stream):
        key, data = Allocation(self.cleaned_data[f"key-{stream.key}"]), self.cleaned_data
        day = data[f"date-{stream.key}"]
        return replace(
            stream,
            pot_ore=data[f"pot-{stream.key}"],
            allocation=key,
            reference_date=dt.date.fromisoformat(day) if day and key in BY_PEOPLE else None,
            base_ore=(data[f"base-{stream.key}"] or 0) if key == Allocation.BASE_AND_POPULATION else 0,
        )


def _fields(stream, days):
    """A key that wants amounts is offered where there are some."""
    keys = [key for key in ALLOCATIONS if key not in BY_HAND or key == stream.allocation]
    return {
        f"pot-{stream.key}": KronorField(label=_("Pott"), help_text=""),
        f"key-{stream.key}": forms.ChoiceField(
            label=_("Nyckel"), choices=[(str(key), capital(str(ALLOCATIONS[key]))) for key in keys]
        ),
        f"date-{stream.key}": forms.ChoiceField(label=_("Folkmängd"), choices=days, required=False),
        f"base-{stream.key}": KronorField(label=_("Grundbelopp"), required=False, help_text=""),
    }


def initial_of(scenario, terms):
    now = applied(terms, scenario.changes)
    found = {"name": scenario.name, "rounding": now.rounding, "level": now.level}
    for stream in now.streams:
        found |= {
            f"pot-{stream.key}": stream.pot_ore,
            f"key-{stream.key}": stream.allocation,
            f"date-{stream.key}": stream.reference_date.isoformat() if stream.reference_date else "",
            f"base-{stream.key}": stream.base_ore or None,
        }
    return found
