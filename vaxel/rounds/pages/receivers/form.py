from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.rounds.queries.receivers import CHOICES

SLOWEST = "tid"
WORDS = {"vantar": _("Har inte svarat"), "svarat": _("Har svarat"), "avstod": _("Avstod")}


class ReceiverFilter(forms.Form):
    lage = forms.ChoiceField(
        label=_("Läge"), required=False, choices=[("", _("Alla")), *((key, WORDS[key]) for key in CHOICES)]
    )
    ordning = forms.ChoiceField(
        label=_("Ordning"), required=False, choices=[("", _("Län för län")), (SLOWEST, _("Längst tid först"))]
    )
    nod = forms.CharField(required=False, widget=forms.HiddenInput)

    def chosen(self):
        self.is_valid()
        return self.cleaned_data.get("lage", ""), self.cleaned_data.get("ordning", "") == SLOWEST
