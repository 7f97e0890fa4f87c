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
        """One person is spoken to, not an organisation."""
        super().__init__(*args, country=False, **kwargs)
        self.fields["text"].label = _("Vad ser du?")
        self.fields["group"].choices[0] = ("", _("Välj om du vill"))
        self.fields["may_publish"].help_text = _(
            "Gäller goda exempel och lovande arbetssätt: det visas först om den som tar emot det också väljer det."
        )

    @property
    def is_trapped(self):
        return bool(self.data.get(TRAP))
