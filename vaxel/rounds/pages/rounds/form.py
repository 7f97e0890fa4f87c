from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.rounds.queries.mine import RECEIVED, SENT
from vaxel.rounds.words import KINDS, STATES, capital


def _states():
    return [("", _("Alla lägen")), *((state, capital(word)) for state, word in STATES.items())]


def _kinds():
    return [("", _("Alla slag")), *((kind, word.list_title) for kind, word in KINDS.items())]


class Filter(forms.Form):
    """Sent by GET; what is unknown in the address chooses nothing rather than everything going wrong."""

    vy = forms.ChoiceField(
        label=_("Visa"),
        required=False,
        choices=[("", _("Allt")), (SENT, _("Skickade av oss")), (RECEIVED, _("Till oss och vår del"))],
    )
    lage = forms.ChoiceField(label=_("Läge"), required=False, choices=_states)
    slag = forms.ChoiceField(label=_("Slag"), required=False, choices=_kinds)

    def chosen(self):
        self.is_valid()
        data = self.cleaned_data
        return {"view": data.get("vy", ""), "state": data.get("lage", ""), "kind": data.get("slag", "")}
