from django.db import models

from vaxel.funding.models.agreement import Agreement
from vaxel.funding.models.stream import Stream
from vaxel.network.models import Body


class Proposal(models.Model):
    """A county's proposal for decision on the use of an agreement's money: what S3 is."""

    county = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="proposals")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="proposals")
    introduction = models.TextField(blank=True)
    reporting = models.TextField(blank=True)  # what is asked of the account, beside the agreement's own conditions
    revision = models.PositiveIntegerField(default=0)  # two people editing: the second is told
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["county", "agreement"], name="one_proposal_per_county")]


class ProposalUse(models.Model):
    """What one stream's money is to be used for, and by whom (S3 4)."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="uses")
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="+")
    purpose = models.TextField(blank=True)
    group = models.CharField(max_length=160, blank=True)  # LAG
    steering = models.CharField(max_length=160, blank=True)  # LPO
    decides = models.CharField(max_length=160, blank=True)  # the officials' network
    reports = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["proposal", "stream"], name="one_use_per_stream")]
        ordering = ["pk"]
