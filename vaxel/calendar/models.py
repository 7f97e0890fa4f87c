"""Days that are facts of the field and not of the calendar: dated data with a source, never code."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from vaxel.calendar import FOREVER, SINCE_LONG
from vaxel.calendar.domain.windows import Window, WindowError, month_day


def check_month_day(text):
    try:
        month_day(text)
    except WindowError:
        raise ValidationError(
            _("”%(text)s” är ingen dag på året. Skriv månad och dag, till exempel 01-31.") % {"text": text}
        )


class FixedWindow(models.Model):
    """ "Slutredovisning", 01-01–01-31: a time of the year that is taken, by whom the source says."""

    name = models.CharField(max_length=120)
    first = models.CharField(max_length=5, validators=[check_month_day])  # "01-31"
    last = models.CharField(max_length=5, validators=[check_month_day])
    valid_from = models.DateField(default=SINCE_LONG)
    valid_to = models.DateField(default=FOREVER)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "valid_from"], name="one_window_of_a_name_at_a_time")]

    def rule(self) -> Window:
        return Window(
            self.name, month_day(self.first), month_day(self.last), self.valid_from, self.valid_to, self.source
        )
