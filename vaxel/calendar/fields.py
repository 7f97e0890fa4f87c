"""A date in a form: one text field that reads what people write, and shows it back in full."""

import datetime as dt

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from vaxel.calendar.clock import today
from vaxel.calendar.domain.parse import NoDate, Why, parse_day
from vaxel.calendar.domain.phrases import day_long, day_of_month

EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)


class SwedishDateField(forms.Field):
    """Cleans to a `date`. `earliest` and `latest` are dates, or functions giving one (`today`)."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text"})
    default_error_messages = {"required": _l("Skriv ett datum, t.ex. 31 januari 2027 eller 2027-01-31.")}

    def __init__(self, *, earliest=EARLIEST, latest=LATEST, **kwargs):
        kwargs.setdefault("help_text", _l("t.ex. 31 januari 2027 eller 2027-01-31"))
        super().__init__(**kwargs)
        self.earliest, self.latest = earliest, latest

    def prepare_value(self, value):
        """What a person typed is shown as typed; a date as one would say it."""
        return day_of_month(value, get_language() or "sv") if isinstance(value, dt.date) else value

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, dt.date):
            return value
        try:
            return parse_day(str(value), today())
        except NoDate as no:
            raise forms.ValidationError(_sentence(no), code=no.why)

    def validate(self, value):
        super().validate(value)
        if value is None:
            return
        earliest, latest = (one() if callable(one) else one for one in (self.earliest, self.latest))
        if value < earliest:
            raise forms.ValidationError(_bound(_("Datumet är för tidigt: välj %(day)s eller senare."), earliest))
        if value > latest:
            raise forms.ValidationError(_bound(_("Datumet är för sent: välj %(day)s eller tidigare."), latest))

    def has_changed(self, initial, data):
        try:
            return self.to_python(initial) != self.to_python(data)
        except forms.ValidationError:
            return True


def _bound(sentence, day):
    return sentence % {"day": day_of_month(day, get_language() or "sv")}


def _sentence(no):
    if no.why == Why.NO_SUCH_DAY:
        return _("Den dagen finns inte i kalendern. Kontrollera dag och månad.")
    if no.why == Why.OTHER_WEEKDAY:
        said = day_long(no.day, get_language() or "sv")
        return _("Veckodagen stämmer inte: dagen är %(day)s. Rätta veckodagen eller datumet.") % {"day": said}
    return _("Datumet går inte att läsa. Skriv t.ex. 31 januari 2027 eller 2027-01-31.")
