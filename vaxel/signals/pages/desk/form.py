from django import forms
from django.utils.translation import gettext_lazy as _


class Filter(forms.Form):
    """Sent by GET; what is unknown in the address chooses nothing."""

    visa = forms.ChoiceField(
        label=_("Visa"),
        required=False,
        choices=[
            ("", _("Väntar på svar")),
            ("besvarade", _("Besvarade, inte avslutade")),
            ("avslutade", _("Avslutade")),
            ("vidare", _("Skickade vidare av oss")),
        ],
    )

    VIEWS = {"besvarade": "answered", "avslutade": "done", "vidare": "passed_on"}

    def view(self):
        self.is_valid()
        return self.VIEWS.get(self.cleaned_data.get("visa", ""), "")
