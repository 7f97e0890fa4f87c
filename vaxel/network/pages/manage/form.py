from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.network.pages.day import DayField


class Mailbox(forms.Form):
    address = forms.CharField(
        label=_("Funktionsbrevlåda"),
        required=False,
        max_length=254,
        help_text=_(
            "Dit går mejlen när ett uppdrag är vakant eller ett mejl inte har kommit fram. Visas för alla. Lämna tomt för att ta bort den."
        ),
        widget=forms.EmailInput,
    )


class Deciding(forms.Form):
    two_steps = forms.BooleanField(
        label=_("Svar beslutas i två steg"),
        required=False,
        help_text=_(
            "En skriver svaret och en attestant beslutar det innan det lämnar er. Annars beslutar den som svarar."
        ),
    )


class Naming(forms.Form):
    name = forms.CharField(label=_("Namn"), max_length=200)
    short_name = forms.CharField(label=_("Kort namn"), max_length=120, required=False)
    day = DayField(
        label=_("Gäller från"), help_text=_("Tomt betyder i dag. Före den dagen står det gamla namnet kvar.")
    )


class Ending(forms.Form):
    day = DayField(label=_("Finns inte längre från"), help_text=_("Tomt betyder i dag."))
    note = forms.CharField(label=_("Varför"), max_length=300, required=False)
