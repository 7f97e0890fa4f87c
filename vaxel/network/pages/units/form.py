from django import forms
from django.utils.translation import gettext_lazy as _


class NewUnit(forms.Form):
    code = forms.CharField(
        label=_("Ert eget id"),
        max_length=40,
        help_text=_("Det ni själva använder. Samma id känner igen enheten i en fil."),
    )
    name = forms.CharField(label=_("Namn"), max_length=200)
    below = forms.ChoiceField(label=_("Hör till"))
    mailbox = forms.EmailField(label=_("Funktionsbrevlåda"), required=False)

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["below"].choices = places


class Find(forms.Form):
    q = forms.CharField(
        label=_("Namn eller id"), max_length=100, required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
