from django.db import models
from django.db.models import Q

from vaxel.funding.models.stream import Stream
from vaxel.network.models import Body


class BudgetLine(models.Model):
    """What a body means to use a stream's money for, what has been agreed and what it came to. Öre; its own alone."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="budget_lines")
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="budget_lines")
    year = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=120)
    planned_ore = models.BigIntegerField(default=0)
    agreed_ore = models.BigIntegerField(null=True, blank=True)
    accounted_ore = models.BigIntegerField(null=True, blank=True)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "stream", "year", "label"], name="one_line_per_label"),
            models.CheckConstraint(
                condition=Q(planned_ore__gte=0)
                & (Q(agreed_ore=None) | Q(agreed_ore__gte=0))
                & (Q(accounted_ore=None) | Q(accounted_ore__gte=0)),
                name="no_negative_line",
            ),
        ]
        ordering = ["place", "pk"]
