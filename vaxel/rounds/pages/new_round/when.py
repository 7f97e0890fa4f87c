"""Step 3: when. A day off is warned about, and the next working day offered."""

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from vaxel.calendar.clock import today

DATE = "%Y-%m-%d"


def _within_five_years(day):
    if day.year > today().year + 5:
        raise forms.ValidationError(now_("Dagen ligger mer än fem år bort. Kontrollera året."))


def date_field(**kwargs):
    return forms.DateField(
        validators=[_within_five_years],
        widget=forms.DateInput(attrs={"type": "date"}, format=DATE),
        input_formats=[DATE],
        error_messages={
            "invalid": _("Det är inget datum. Skriv år, månad och dag, till exempel 2027-01-29."),
            "required": _("Välj en dag."),
        },
        **kwargs,
    )


class When(forms.Form):
    opens = date_field(label=_("Öppnar"), required=False, help_text=_("Tomt betyder så snart ni har skickat."))
    due = date_field(label=_("Svara senast"), help_text=_("Gäller till midnatt den dagen, svensk tid."))
    compile_due = date_field(
        label=_("Sammanställ senast"),
        required=False,
        help_text=_("Länens dag, när de sammanställer åt sina. Minst en vecka efter svarsdagen är rimligt."),
    )

    def clean_due(self):
        due = self.cleaned_data["due"]
        if due and due < today():
            raise forms.ValidationError(now_("Dagen har redan varit. Välj i dag eller en senare dag."))
        return due

    def clean_compile_due(self):
        day, due = self.cleaned_data["compile_due"], self.cleaned_data.get("due")
        if day and due and day < due:
            raise forms.ValidationError(now_("Sammanställningen kan inte vara klar före sista svarsdagen."))
        return day
