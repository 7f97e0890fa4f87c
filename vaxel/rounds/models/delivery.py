import uuid

from django.db import models

from vaxel.network.models import Body
from vaxel.rounds.domain.last_day import last_day
from vaxel.rounds.domain.state import Step
from vaxel.rounds.models.reading import DeliveryQuerySet
from vaxel.rounds.models.round import Round


class Delivery(models.Model):
    """One body's part of a round. Its state is a projection of its receipts and can be rebuilt from them."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="deliveries")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="deliveries")
    position = models.PositiveIntegerField()  # in the round's frame
    state = models.PositiveSmallIntegerField(default=1)  # domain/state.py
    # Stepwise: the coordinating body where it waits until passed on; counted from sending all the same.
    waits_at = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    via = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due = models.DateField(null=True, blank=True)  # prolonged for this body alone
    assignee = models.UUIDField(null=True, blank=True)  # a colleague who takes it
    received_at = models.DateTimeField(null=True, blank=True)
    relayed_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "body"], name="one_delivery_per_body"),
            models.UniqueConstraint(fields=["round", "position"], name="one_delivery_per_position"),
        ]

    @property
    def last_day(self):
        return last_day(self.round.due, self.due)

    @property
    def decides_in_two_steps(self):
        """By the body's own choice, or because the round asks it of everyone."""
        return self.round.two_persons or self.body.decides_in_two_steps

    @property
    def is_prolonged(self):
        """For this body alone, beyond what everybody has."""
        return self.last_day != self.round.due


class Receipt(models.Model):
    """Append-only. `received_at` is stamped at the edge; `key` makes a double click one receipt."""

    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="receipts")
    step = models.CharField(max_length=20, choices=[(step, step) for step in Step])
    state = models.PositiveSmallIntegerField()  # the byte after this step
    received_at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    mandate_id = models.BigIntegerField(null=True)
    registered_by_body = models.BigIntegerField(null=True)  # a coordinator registered it on the body's behalf
    key = models.CharField(max_length=64, null=True)  # noqa: DJ001 - many have none, and those are not alike

    class Meta:
        # Not unique=True: that gives PostgreSQL a second index, for LIKE, which every receipt would pay for.
        constraints = [models.UniqueConstraint(fields=["key"], name="one_receipt_per_key")]


class ReceiptNote(models.Model):
    """A reason in words (declined, completion requested): its own row, so that it can be erased by decision."""

    receipt = models.OneToOneField(Receipt, on_delete=models.CASCADE, related_name="note")
    text = models.TextField()


class UnfoldedMark(models.Model):
    """Written with each receipt; says which position the vector does not yet know. Never "after the last id"."""

    round_id = models.BigIntegerField()
    position = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["round_id"])]


class StateVector(models.Model):
    """A round's present states, one byte per body in frame order: any node's ladder is a histogram of its ranges.

    `totals` holds those histograms by outcome, one row of numbers per node (queries.vectors.kept); null: not counted yet.
    """

    round = models.OneToOneField(Round, on_delete=models.CASCADE, primary_key=True, related_name="vector")
    states = models.BinaryField()
    totals = models.BinaryField(null=True)
    folded_at = models.DateTimeField()


def idempotency_key() -> str:
    """Put in each form when it is shown: the same form sent twice is one receipt."""
    return uuid.uuid4().hex
