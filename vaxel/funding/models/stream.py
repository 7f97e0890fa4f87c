from django.db import models
from django.db.models import Q

from vaxel.funding.domain.terms import Allocation, Receivers
from vaxel.funding.models.agreement import Agreement
from vaxel.network.models import Body


class Stream(models.Model):
    """One purpose of an agreement (inriktning): a pot, who shares it and by which key. Amounts in whole öre."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="streams")
    key = models.SlugField(max_length=40)
    title = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)  # Markdown: what the money is for
    pot_ore = models.BigIntegerField()
    receivers = models.CharField(max_length=20, choices=[(r, r) for r in Receivers])
    allocation = models.CharField(max_length=20, choices=[(a, a) for a in Allocation])
    reference_date = models.DateField(null=True, blank=True)  # of the population
    base_ore = models.BigIntegerField(default=0)  # to each receiver, before the rest goes by population
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "key"], name="one_stream_per_key"),
            models.CheckConstraint(condition=Q(pot_ore__gte=0, base_ore__gte=0), name="no_negative_pot"),
        ]
        ordering = ["place", "pk"]


class StreamAmount(models.Model):
    """What one receiver gets where no rule computes it: öre (entered), or parts of the whole (a share table)."""

    stream = models.ForeignKey(Stream, on_delete=models.CASCADE, related_name="amounts")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    amount_ore = models.BigIntegerField(null=True, blank=True)
    parts = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "body"], name="one_amount_per_receiver"),
            models.CheckConstraint(
                condition=Q(amount_ore__gte=0, parts=None) | Q(amount_ore=None, parts__isnull=False),
                name="an_amount_or_parts",
            ),
        ]
