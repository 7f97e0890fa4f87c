from django.db import models
from django.db.models import Q

from vaxel.funding.domain.spending import Verdict
from vaxel.funding.models.agreement import Agreement, Condition
from vaxel.funding.models.stream import Stream
from vaxel.network.models import Body
from vaxel.rounds.models import Answer, Delivery, Round


class SpendingRound(models.Model):
    """The round in which an agreement's money is accounted for. A recalled one is followed by another; one of each holds."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="accounts")
    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="spending")
    interim = models.BooleanField(default=False)  # delredovisning: opens next year's money
    followed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "interim"], condition=Q(followed_at=None), name="one_account_at_a_time"
            )
        ]


class SpendingReport(models.Model):
    """What stands for one stream at one body: a projection of its standing answer. Whole öre; gone when it is withdrawn.

    `had_ore`: what there was to account for that day, by the ledger.
    """

    spending = models.ForeignKey(SpendingRound, on_delete=models.PROTECT, related_name="reports")
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="+")
    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="spending_reports")
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="spending_reports")
    had_ore = models.BigIntegerField()
    used_ore = models.BigIntegerField()
    carried_ore = models.BigIntegerField()
    repay_ore = models.BigIntegerField()
    received_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["spending", "body", "stream"], name="one_report_per_stream"),
            models.CheckConstraint(
                condition=Q(had_ore__gte=0, used_ore__gte=0, carried_ore__gte=0, repay_ore__gte=0),
                name="no_negative_report",
            ),
        ]
        indexes = [models.Index(fields=["body"])]


class SpendingJudgement(models.Model):
    """Append-only: the assessor's word on one condition, as the account stood (`answer`). The latest holds.

    Shown to the body at once, to others from `opens_on` (docs/adr/0015: what is known of a body is its own to see first).
    """

    spending = models.ForeignKey(SpendingRound, on_delete=models.PROTECT, related_name="judgements")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="spending_judgements")
    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="judgements")
    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=8, choices=[(v, v) for v in Verdict])
    at = models.DateTimeField()
    opens_on = models.DateField()
    person_id = models.UUIDField(null=True)
    mandate_id = models.BigIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["spending", "body"])]


class JudgementReason(models.Model):
    """Why a condition is not met, in words: its own row, so that it can be erased by decision."""

    judgement = models.OneToOneField(SpendingJudgement, on_delete=models.CASCADE, related_name="reason")
    text = models.TextField()
