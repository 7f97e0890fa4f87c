import uuid

from django.db import models
from django.db.models import Q

from vaxel.funding.domain.cost_share import ShareKey
from vaxel.funding.domain.pool_state import PartAnswer, PoolState, PurposeKind
from vaxel.funding.models.agreement import Agreement
from vaxel.funding.models.stream import Stream
from vaxel.network.models import Body, Mandate, SharedResource


class Pool(models.Model):
    """A joint purpose that several bodies pay for, or a fee for a service: what it costs, by what key it is shared.

    A county's pool stands on its county agreement (SHARED_RESOURCES); a fee is asked by whoever gives the service.
    The host receives the money and accounts for it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="pools")  # the county, or who asks the fee
    host = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="pools_hosted")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, blank=True, related_name="pools")
    resource = models.ForeignKey(SharedResource, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=8, choices=[(k, k) for k in PurposeKind], default=PurposeKind.JOINT)
    title = models.CharField(max_length=160)
    purpose = models.TextField(blank=True)
    year = models.PositiveSmallIntegerField()
    cost_ore = models.BigIntegerField()
    # A post's: what it costs a year, how much of full time, for how many months. Then the cost is reckoned from them.
    yearly_ore = models.BigIntegerField(null=True, blank=True)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    key = models.CharField(max_length=12, choices=[(k, k) for k in ShareKey], default=ShareKey.GRANTED)
    streams = models.ManyToManyField(Stream, blank=True, related_name="pools")  # that pay; none: with own money
    state = models.CharField(max_length=10, choices=[(s, s) for s in PoolState], default=PoolState.DRAFT)
    made_by = models.UUIDField(null=True)
    proposed_at = models.DateTimeField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField(default=0)  # two people editing: the second is told

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(cost_ore__gt=0), name="a_pool_costs_something"),
            models.CheckConstraint(
                condition=Q(state__in=[PoolState.DRAFT, PoolState.WITHDRAWN]) | Q(proposed_at__isnull=False),
                name="a_pool_is_proposed_first",
            ),
            models.CheckConstraint(
                condition=~Q(state=PoolState.AGREED) | Q(agreed_at__isnull=False), name="agreed_at_a_moment"
            ),
        ]
        ordering = ["-year", "title", "pk"]


class PoolPart(models.Model):
    """One party's part, and its own yes or no by a mandate of its own. `rest_ore` as it was when it was computed."""

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="parts")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="pool_parts")
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ore = models.BigIntegerField()
    rest_ore = models.BigIntegerField(null=True, blank=True)
    basis = models.BigIntegerField(default=0)  # what the key reads: öre granted, or inhabitants
    answer = models.CharField(max_length=8, choices=[(a, a) for a in PartAnswer], default=PartAnswer.WAITING)
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_by = models.UUIDField(null=True, blank=True)  # the person's opaque id
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)  # of a no

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pool", "body"], name="one_part_per_party"),
            models.CheckConstraint(condition=Q(ore__gte=0), name="no_negative_part"),
            models.CheckConstraint(
                condition=Q(answer=PartAnswer.WAITING, answered_at=None)
                | (~Q(answer=PartAnswer.WAITING) & Q(answered_at__isnull=False)),
                name="answered_at_a_moment",
            ),
        ]
        ordering = ["pk"]
