from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.network.models import Person
from vaxel.privacy.domain.regime import Regime, Scope
from vaxel.privacy.words import GROUNDS, SCOPES


class Proposal(forms.Form):
    email = forms.EmailField(label=_("Personens e-postadress"))
    scope = forms.ChoiceField(
        label=_("Vad ska raderas?"), choices=SCOPES.items(), widget=forms.RadioSelect, initial=Scope.ALL
    )
    words = forms.CharField(
        label=_("Andra ord som pekar ut personen"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Ett på varje rad, utöver namn, e-post och telefon: ett smeknamn, ett personnummer. De glöms när det är gjort."
        ),
    )
    ground = forms.ChoiceField(label=_("På vilken grund?"), choices=GROUNDS.items(), widget=forms.RadioSelect)
    reference = forms.CharField(
        label=_("Gallringsbeslut"),
        max_length=120,
        required=False,
        help_text=_("Beslutets namn och diarienummer. En myndighet raderar inte utan ett."),
    )
    reason = forms.CharField(label=_("Skäl"), widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, regime, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reference"].required = regime is Regime.AUTHORITY

    def clean_email(self):
        found = Person.objects.filter(email__iexact=self.cleaned_data["email"], erased_at=None).first()
        if found is None:
            raise forms.ValidationError(_("Ingen person i Växel har den adressen."))
        self.person = found
        return self.cleaned_data["email"]

    def said(self):
        data = self.cleaned_data
        return {
            "scope": data["scope"],
            "ground": data["ground"],
            "reference": data["reference"],
            "reason": data["reason"],
            "words": data["words"].splitlines(),
        }
