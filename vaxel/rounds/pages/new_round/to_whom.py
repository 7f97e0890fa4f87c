"""Step 2: to whom. Levels and filters, a list of one's own, and the way there."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.kinds import Route
from vaxel.rounds.queries.pasted import resolve
from vaxel.rounds.words import ROUTES, bodies, capital

LEVELS = (
    Kind.MUNICIPALITY,
    Kind.REGION,
    Kind.COUNTY,
    Kind.HEALTHCARE_REGION,
    Kind.RESOURCE_CENTRE,
    Kind.USER_ORGANISATION,
    Kind.UNIT,
)
FILTERS = ("healthcare_regions", "counties")


def _choices():
    return [(kind, capital(bodies(kind, 2))) for kind in LEVELS]


class Ticks(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)


class ToWhom(forms.Form):
    levels = Ticks(label=_("Nivåer"), choices=_choices)
    healthcare_regions = Ticks(label=_("Bara i dessa sjukvårdsregioner"))
    counties = Ticks(label=_("Bara i dessa län"))
    groups = Ticks(label=_("Bara kommuner i dessa grupper"))
    listed = forms.CharField(
        label=_("Också dessa"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Klistra in namn eller koder, en på varje rad eller med komma mellan: Orsa, 2062, Region Dalarna."),
    )
    excepted = forms.CharField(
        label=_("Men inte dessa"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("De blir inte tillfrågade, och räknas inte som att de inte har svarat."),
    )
    route = forms.ChoiceField(
        label=_("Väg"),
        widget=forms.RadioSelect,
        initial=Route.DIRECT,
        choices=[(route, name) for route, (name, _explained) in ROUTES.items()],
    )

    def clean_listed(self):
        return self._resolved("listed")

    def clean_excepted(self):
        return self._resolved("excepted")

    def _resolved(self, name):
        found = resolve(self.cleaned_data[name], today(), kinds=self.cleaned_data.get("levels", ()))
        complain_of(found)
        return list(found.body_ids)

    def rule(self):
        """The audience as data (domain/audience.py); only what was chosen."""
        data = self.cleaned_data
        chosen = {
            "kinds": data.get("levels", []),
            **{name: [int(one) for one in data.get(name, [])] for name in FILTERS},
            "groups": data.get("groups", []),
            "bodies": data.get("listed", []),
            "except": data.get("excepted", []),
        }
        return {key: value for key, value in chosen.items() if value}


def complain_of(pasted):
    """Raises with one sentence for what nobody is called, one for what several are."""
    said = []
    if pasted.unknown:
        words = ngettext(
            "%(names)s finns inte i nätverket i dag. Rätta stavningen eller koden, eller ta bort raden.",
            "%(names)s finns inte i nätverket i dag. Rätta stavningen eller koderna, eller ta bort raderna.",
            len(pasted.unknown),
        )
        said.append(words % {"names": ", ".join(f"”{one}”" for one in pasted.unknown[:12])})
    for part, names in pasted.doubtful:
        said.append(
            now_("”%(part)s” kan vara %(names)s. Skriv namnet i stället.")
            % {"part": part, "names": now_(" eller ").join(names[:4])}
        )
    if said:
        raise ValidationError(said)
