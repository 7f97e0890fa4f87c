"""«Den här dagen»: the network's pages can be read as of any day, by `?dag=2015-03-01`."""

import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.calendar.clock import today

FIRST = dt.date(1900, 1, 1)
LAST = dt.date(2100, 1, 1)


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **kwargs):
        wrong = _("Skriv dagen som år-månad-dag, till exempel 2015-03-01.")
        super().__init__(
            required=False,
            label=kwargs.pop("label", _("Dag")),
            input_formats=["%Y-%m-%d"],
            initial=kwargs.pop("initial", None),
            error_messages={"invalid": wrong},
            **kwargs,
        )

    def clean(self, value):
        day = super().clean(value)
        if day and not FIRST <= day < LAST:
            raise forms.ValidationError(_("Välj en dag mellan 1900 och 2100."))
        return day


class DayForm(forms.Form):
    dag = DayField(initial=today)

    @property
    def day(self):
        """The day asked for; today when none, or none that can be read."""
        return (self.is_valid() and self.cleaned_data["dag"]) or today()


def status_of(form):
    """200, or 400 with the form's own sentence when the address cannot be read."""
    return 400 if form.is_bound and form.errors else 200
