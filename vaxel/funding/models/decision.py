import uuid

from django.db import models
from django.db.models import F, Q

from vaxel.funding.domain.terms import Receivers
from vaxel.funding.models.agreement import Agreement
from vaxel.funding.models.stream import Stream
from vaxel.network.models import Body


class Decision(models.Model):
    """Append-only: the allocation as decided, a receipt that anyone can recompute (domain/receipt.py)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agreement = models.OneToOneField(Agreement, on_delete=models.PROTECT, related_name="decision")
    version = models.CharField(max_length=20)  # of the algorithm
    inputs = models.JSONField()
    outputs = models.JSONField()
    sha256 = models.CharField(max_length=64)
    prepared_by = models.UUIDField(null=True)  # None: Växel itself (the example)
    prepared_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | Q(prepared_by__isnull=True) | ~Q(decided_by=F("prepared_by")),
                name="allocation_decided_by_two",
            )
        ]


class Grant(models.Model):
    """Append-only: one receiver's exact share of one stream, to the nearest öre."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="grants")
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="grants")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="grants")
    share_ore = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "body"], name="one_grant_per_stream"),
            models.CheckConstraint(condition=Q(share_ore__gte=0), name="no_negative_grant"),
        ]


class Payout(models.Model):
    """Append-only: what a receiver is paid in all, its streams' exact shares added and rounded once (S3's table).

    `kind`: a body that receives as two (Gotland, a region and a municipality) is paid as each.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="payouts")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="payouts")
    kind = models.CharField(max_length=20, choices=[(r, r) for r in Receivers])
    share_ore = models.BigIntegerField()  # the exact sum, to the nearest öre
    payout_ore = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "body", "kind"], name="one_payout_per_receiver"),
            models.CheckConstraint(condition=Q(payout_ore__gte=0, share_ore__gte=0), name="no_negative_payout"),
        ]
