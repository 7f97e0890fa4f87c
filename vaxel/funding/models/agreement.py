import uuid

from django.db import models
from django.db.models import F, Q

from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.conditions import ConditionKind
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.domain.terms import Level, Rounding
from vaxel.funding.models.visible import AgreementQuerySet
from vaxel.network.models import Body


class Agreement(models.Model):
    """A year's money: who gives it, in which streams, by which keys. Once decided it is not rewritten but replaced.

    Orderer, payer and assessor are separate mandates (Riksrevisionen, S2 2.3); the owner is who writes it here.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    text = models.TextField(blank=True)  # Markdown
    reference = models.CharField(max_length=40, blank=True)  # carried to claims and invoices: "3500"
    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="agreements_drafted")
    orderer = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    payer = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    assessor = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=8, choices=[(s, s) for s in AgreementState], default=AgreementState.DRAFT)
    rounding = models.CharField(max_length=20, choices=[(r, r) for r in Rounding], default=Rounding.NEAREST)
    level = models.CharField(max_length=8, choices=[(one, one) for one in Level], default=Level.DIRECT)
    unit_ore = models.PositiveIntegerField(default=100)  # payouts are whole multiples: 100 is kronor
    prepared_by = models.UUIDField(null=True, blank=True)
    prepared_at = models.DateTimeField(null=True, blank=True)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    created_at = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField(default=0)  # two people editing: the second is told

    objects = AgreementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(unit_ore__gte=1), name="some_payout_unit"),
            models.CheckConstraint(condition=Q(year__gte=1990, year__lte=2100), name="a_year_of_money"),
            models.CheckConstraint(
                condition=Q(prepared_by=None, prepared_at=None) | Q(prepared_at__isnull=False),
                name="prepared_at_a_moment",
            ),
        ]
        ordering = ["-year", "name", "pk"]


class AgreementParty(models.Model):
    """Who has made the agreement: the state, SKR."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="parties")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "body"], name="one_party_of_money")]
        ordering = ["pk"]


class Deadline(models.Model):
    """The last day of one link of the chain (domain/chain.py)."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="deadlines")
    link = models.CharField(max_length=16, choices=[(link, link) for link in Link])
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "link"], name="one_day_per_link")]
        ordering = [F("day").asc(), "pk"]


class Condition(models.Model):
    """What is asked of those who take the money, of one stream or of all; some open next year's (S3 2)."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="conditions")
    stream = models.ForeignKey(
        "funding.Stream", on_delete=models.CASCADE, null=True, blank=True, related_name="conditions"
    )
    kind = models.CharField(max_length=20, choices=[(k, k) for k in ConditionKind], default=ConditionKind.BASIC)
    text = models.CharField(max_length=500)
    least_percent = models.PositiveSmallIntegerField(null=True, blank=True)  # of MUNICIPAL_SHARE
    opens_next_year = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(least_percent=None) | Q(least_percent__gte=1, least_percent__lte=100),
                name="some_part_of_a_hundred",
            ),
            models.CheckConstraint(
                condition=~Q(kind=ConditionKind.MUNICIPAL_SHARE) | Q(least_percent__isnull=False),
                name="a_share_says_how_much",
            ),
        ]
        ordering = ["pk"]
