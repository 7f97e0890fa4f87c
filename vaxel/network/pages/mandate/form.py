from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.network.pages.day import DayField


class Correct(forms.Form):
    name = forms.CharField(label=_("Namn"), max_length=120)
    email = forms.EmailField(label=_("E-post"))
    phone = forms.CharField(label=_("Telefon"), max_length=40, required=False)


class End(forms.Form):
    day = DayField(label=_("Gäller inte längre från"), help_text=_("Tomt betyder från och med nu."))
    leaves_vacant = forms.BooleanField(label=_("Platsen blir vakant och ska tillsättas"), required=False, initial=True)
