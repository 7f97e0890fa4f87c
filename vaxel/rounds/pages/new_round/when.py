"""Step 3: when. A day off is warned about, and the next working day offered."""

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from vaxel.calendar.clock import today
from vaxel.rounds.domain.reminding import PlanError, plan_of

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


def _numbers(text):
    """[10, 3] of "10, 3"."""
    try:
        found = [int(part) for part in text.replace(";", ",").replace(" ", ",").split(",") if part]
        plan_of(found)
    except PlanError:
        raise forms.ValidationError(
            now_("Välj högst åtta dagar, och ingen längre bort än sextio arbetsdagar.")
        ) from None
    except ValueError:
        raise forms.ValidationError(now_("Skriv antal arbetsdagar med siffror, till exempel 10, 3.")) from None
    if any(number < 0 for number in found):
        raise forms.ValidationError(now_("Skriv antalet utan minustecken."))
    return found


class When(forms.Form):
    opens = date_field(label=_("Öppnar"), required=False, help_text=_("Tomt betyder så snart ni har skickat."))
    due = date_field(label=_("Svara senast"), help_text=_("Gäller till midnatt den dagen, svensk tid."))
    compile_due = date_field(
        label=_("Sammanställ senast"),
        required=False,
        help_text=_("Länens dag, när de sammanställer åt sina. Minst en vecka efter svarsdagen är rimligt."),
    )

    reminds = forms.BooleanField(
        label=_("Påminn dem som inte har svarat"),
        required=False,
        help_text=_(
            "Bara dem, i den ordning var och en själv har valt. Inget går ut på kvällar, nätter eller lediga dagar."
        ),
    )
    remind_before = forms.CharField(
        label=_("Arbetsdagar före sista svarsdagen"),
        required=False,
        max_length=40,
        help_text=_("Med komma emellan, till exempel 10, 3."),
    )
    remind_after = forms.CharField(
        label=_("Arbetsdagar efter"),
        required=False,
        max_length=40,
        help_text=_("1 är första arbetsdagen efter. Tomt betyder ingen påminnelse efteråt."),
    )

    def clean_remind_before(self):
        return _numbers(self.cleaned_data["remind_before"])

    def clean_remind_after(self):
        return _numbers(self.cleaned_data["remind_after"])

    def remind_days(self):
        """As the round keeps them: before is negative."""
        before, after = (self.cleaned_data.get(name) or [] for name in ("remind_before", "remind_after"))
        return list(plan_of([*(-number for number in before), *after]))

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
