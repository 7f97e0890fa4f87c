from django.db import models
from django.db.models import F, Q

from vaxel.calendar import FOREVER, SINCE_LONG


class DatedQuerySet(models.QuerySet):
    def at(self, day):
        """Rows that hold on that Swedish day."""
        return self.filter(valid_from__lte=day, valid_to__gt=day)


class Dated(models.Model):
    """Holds from–to, half-open Swedish dates; `FOREVER` is an open end."""

    valid_from = models.DateField(default=SINCE_LONG)
    valid_to = models.DateField(default=FOREVER)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=Q(valid_from__lt=F("valid_to")), name="%(app_label)s_%(class)s_some_time")
        ]
