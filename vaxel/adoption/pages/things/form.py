from django import forms
from django.utils.translation import gettext_lazy as _


class ThingFilter(forms.Form):
    q = forms.CharField(label=_("Sök"), required=False, max_length=80, widget=forms.TextInput(attrs={"type": "search"}))

    @property
    def words(self):
        return self.cleaned_data.get("q", "").strip() if self.is_valid() else ""
