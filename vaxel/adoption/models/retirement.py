from django.db import models
from django.db.models import Q

from vaxel.adoption.domain.retiring import UNDER_WAY, Outcome, RetirementState
from vaxel.adoption.models.thing import Thing
from vaxel.network.models import Body
from vaxel.rounds.models import Round

STORED = [state for state in RetirementState if state != RetirementState.HEARD]


class Retirement(models.Model):
    """A proposal to retire a thing and what became of it. Texts lie here, beside the journal, and can be erased."""

    thing = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="retirements")
    state = models.CharField(max_length=12, choices=[(s, s) for s in STORED], default=RetirementState.PROPOSED)
    reason = models.TextField()
    proposed_by_body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    proposed_by = models.UUIDField(null=True)
    proposed_at = models.DateTimeField()
    # Where it came from, if from something above: "signals.signal" and its number. Opaque here, a link there.
    source_type = models.CharField(max_length=60, blank=True)
    source_id = models.BigIntegerField(null=True, blank=True)
    consultation = models.OneToOneField(
        Round, on_delete=models.PROTECT, null=True, blank=True, related_name="retirement_consulted"
    )
    outcome = models.CharField(max_length=8, choices=[(o, o) for o in Outcome], blank=True)
    decision = models.TextField(blank=True)  # the reasons, or why it was dismissed
    from_day = models.DateField(null=True, blank=True)  # the first day it is not to be used
    replacement = models.ForeignKey(Thing, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    prepared_by = models.UUIDField(null=True, blank=True)
    prepared_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.UUIDField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    notice = models.OneToOneField(
        Round, on_delete=models.PROTECT, null=True, blank=True, related_name="retirement_told"
    )  # the mailing to all who use it
    reminded_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["thing"], condition=Q(state__in=UNDER_WAY), name="one_retirement_under_way"
            ),
            models.CheckConstraint(
                condition=~Q(state=RetirementState.PHASING_OUT) | Q(from_day__isnull=False), name="retired_from_a_day"
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True)
                | Q(prepared_by__isnull=True)
                | ~Q(decided_by=models.F("prepared_by")),
                name="retired_by_two",
            ),
        ]
