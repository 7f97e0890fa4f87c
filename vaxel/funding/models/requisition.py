from django.db import models
from django.db.models import Q

from vaxel.funding.domain.requisition import RequisitionState
from vaxel.funding.models.agreement import Agreement
from vaxel.funding.models.stream import Stream
from vaxel.network.models import Body
from vaxel.rounds.models import Answer, Delivery, Round

SAID = [(s, s) for s in RequisitionState]


class RequisitionCall(models.Model):
    """The round by which an agreement's money is taken up. A recalled one is followed by another; one holds at a time."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="calls")
    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="requisition_call")
    attested = models.BooleanField(default=True)  # a second person at each body decides: the finance head
    payer_org_number = models.CharField(max_length=20, blank=True)  # on the claims: an electronic invoice wants it
    followed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement"], condition=Q(followed_at=None), name="one_call_at_a_time")
        ]


class RequisitionStep(models.Model):
    """Append-only: what came to stand for one stream at one body, each time it changed. Whole öre, as granted.

    `mandate_id` attested it, or sent it where one person is enough; None: Växel itself (lapsed).
    """

    call = models.ForeignKey(RequisitionCall, on_delete=models.PROTECT, related_name="steps")
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=SAID)
    amount_ore = models.BigIntegerField()
    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, null=True, related_name="+")
    person_id = models.UUIDField(null=True)
    mandate_id = models.BigIntegerField(null=True)
    received_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(amount_ore__gte=0), name="no_negative_requisition")]


class Requisition(models.Model):
    """What stands for one stream at one body: a projection of its steps. Without a row nothing has been said yet."""

    call = models.ForeignKey(RequisitionCall, on_delete=models.PROTECT, related_name="requisitions")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="requisitions")
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="requisitions")
    state = models.CharField(max_length=8, choices=SAID)
    amount_ore = models.BigIntegerField()
    step = models.OneToOneField(RequisitionStep, on_delete=models.PROTECT, related_name="stands")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["call", "stream", "body"], name="one_requisition_per_stream"),
        ]
        indexes = [models.Index(fields=["body"])]
