from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.calendar.clock import today
from vaxel.calendar.fields import SwedishDateField


class ReasonForm(forms.Form):
    use_required_attribute = False
    reason = forms.CharField(
        label=_("Varför?"),
        max_length=500,
        help_text=_("Alla parter läser det."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv varför. Alla parter läser det.")},
    )


class EndForm(ReasonForm):
    day = SwedishDateField(label=_("Från vilken dag gäller det inte längre?"), earliest=today)
    field_order = ["day", "reason"]
