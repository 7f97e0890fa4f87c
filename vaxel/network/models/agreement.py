from django.db import models
from django.db.models import Q

from vaxel.network.domain.agreements import Permits, Renewal, ResourceKind, Terms
from vaxel.network.models.body import Body
from vaxel.network.models.dated import Dated
from vaxel.network.models.people import Mandate


class CountyAgreement(Dated):
    """The parties' own: who may do what in a county. Once proposed it is not rewritten: called back, or followed."""

    county = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="agreements")
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    renewal = models.CharField(max_length=8, choices=[(rule, rule) for rule in Renewal], default=Renewal.ENDS)
    notice_months = models.PositiveSmallIntegerField(default=6)
    permits = models.JSONField(default=list)  # of Permits
    follows = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by")
    proposed_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(Dated.Meta):
        indexes = [models.Index(fields=["county"])]

    @property
    def terms(self):
        return Terms(self.valid_from, self.valid_to, Renewal(self.renewal), self.notice_months)

    @property
    def permitted(self):
        return frozenset(Permits(each) for each in self.permits)


class AgreementParty(models.Model):
    """A region or municipality of the county: it signs by a mandate of its own, or has not signed yet."""

    agreement = models.ForeignKey(CountyAgreement, on_delete=models.CASCADE, related_name="parties")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="agreements_joined")
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_by = models.UUIDField(null=True, blank=True)  # the person's opaque id
    signed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "body"], name="one_party"),
            models.CheckConstraint(
                condition=Q(signed_on=None, mandate=None) | Q(signed_on__isnull=False, mandate__isnull=False),
                name="signed_by_a_mandate",
            ),
        ]


class SharedResource(models.Model):
    """What the parties pay for together: "samordnare, 75 %, värd Region Dalarna"."""

    agreement = models.ForeignKey(CountyAgreement, on_delete=models.CASCADE, related_name="resources")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in ResourceKind])
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    host = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(percent=None) | Q(percent__lte=1000), name="some_percent")]
        ordering = ["id"]
