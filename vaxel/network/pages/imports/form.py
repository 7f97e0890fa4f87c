from django import forms
from django.utils.translation import gettext_lazy as _


class UnitFile(forms.Form):
    file = forms.FileField(
        label=_("Fil med enheter"),
        help_text=_(
            "csv eller xlsx. Kolumnerna id och namn ska finnas; överordnad id och funktionsbrevlåda får finnas."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={"empty": _("Filen är tom. Välj en fil med rubriker och minst en enhet.")},
    )
