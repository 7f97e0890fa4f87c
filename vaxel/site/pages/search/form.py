from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.search.domain.asked import LONGEST


class Search(forms.Form):
    """Sent by GET. Longer than `LONGEST` letters is cut rather than refused: what is read is told by the page."""

    q = forms.CharField(
        label=_("Sök i allt ni får se"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "maxlength": LONGEST, "data-key": "/"}),
    )
    slag = forms.CharField(required=False, widget=forms.HiddenInput())

    def asked(self):
        """The words, and the source chosen; what no text holds (a NUL) is no word."""
        self.is_valid()
        data = self.cleaned_data
        return data.get("q", "")[:LONGEST], data.get("slag", "")
