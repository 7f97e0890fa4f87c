from django.db import models

from vaxel.adoption.models.thing import Thing
from vaxel.network.models import Body


class NeedSet(models.Model):
    """Figures of need for a thing, with their source and year. The newest set is the one that is shown."""

    thing = models.ForeignKey(Thing, on_delete=models.CASCADE, related_name="need_sets")
    label = models.CharField(max_length=200)
    unit = models.CharField(max_length=60, blank=True)
    year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    high_is_need = models.BooleanField(default=True)  # a low figure can be the sign of need as well
    file_name = models.CharField(max_length=200, blank=True)
    rows = models.JSONField(default=list)  # as read: [line, code, name, figure]; judged anew each time someone looks
    created_at = models.DateTimeField(auto_now_add=True)
    by = models.UUIDField(null=True)  # the person's opaque id
    applied_at = models.DateTimeField(null=True, blank=True)  # None: read, and waiting to be confirmed


class NeedFigure(models.Model):
    need_set = models.ForeignKey(NeedSet, on_delete=models.CASCADE, related_name="figures")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(max_digits=18, decimal_places=4)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["need_set", "body"], name="one_need_per_body")]
