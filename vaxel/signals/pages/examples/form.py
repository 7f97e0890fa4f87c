from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind
from vaxel.network.domain.names import swedish_key
from vaxel.network.queries.asof import at
from vaxel.signals.domain.kinds import SHOWN_TO_ALL
from vaxel.signals.queries.groups import groups_at
from vaxel.signals.words import KINDS


class Filter(forms.Form):
    """Sent by GET; what is unknown in the address chooses nothing."""

    slag = forms.ChoiceField(label=_("Slag"), required=False)
    lan = forms.TypedChoiceField(label=_("Län"), required=False, coerce=int, empty_value=None)
    grupp = forms.ChoiceField(label=_("Vem det gäller"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        counties = sorted(at(today()).of_kind(Kind.COUNTY), key=lambda body: swedish_key(body.name))
        kinds = [kind for kind in KINDS if kind in SHOWN_TO_ALL]
        self.fields["slag"].choices = [("", now_("Alla slag")), *((kind, KINDS[kind].one) for kind in kinds)]
        self.fields["lan"].choices = [("", now_("Hela landet")), *((body.pk, body.name) for body in counties)]
        self.fields["grupp"].choices = [("", now_("Alla")), *((one.key, one.name) for one in groups_at(today()))]

    def chosen(self):
        self.is_valid()
        data = self.cleaned_data
        return {"kind": data.get("slag", ""), "county_id": data.get("lan"), "group": data.get("grupp", "")}
