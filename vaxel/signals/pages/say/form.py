from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.signals.pages.new.form import Said

TRAP = "webbplats"  # no person sees it; whoever fills it in is no person


class SaySomething(Said):
    email = forms.EmailField(
        label=_("E-post"),
        required=False,
        help_text=_(
            "Om ni vill ha ett mejl när någon har svarat. Adressen används bara till det, och ni kan ta bort den."
        ),
        error_messages={"invalid": _("Adressen ser inte ut som en e-postadress. Rätta den, eller lämna fältet tomt.")},
    )
    webbplats = forms.CharField(required=False, label=_("Lämna fältet tomt"))
    field_order = ("kind", "title", "text", "place", "group", "email", "may_publish", "webbplats")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, country=False, **kwargs)

    @property
    def is_trapped(self):
        return bool(self.data.get(TRAP))
