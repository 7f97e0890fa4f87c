from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.network.pages.day import DayField, DayForm


class Search(DayForm):
    """Searches the day one is looking at."""

    q = forms.CharField(
        label=_("Namn eller kod"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    dag = DayField()
    dag.widget = forms.HiddenInput()
