from django.db import models
from django.db.models import Q

from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.models.delivery import Delivery


class Answer(models.Model):
    """A body's answer in versions. A draft is autosaved and never counted; at most one submitted version stands."""

    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="answers")
    number = models.PositiveIntegerField()
    status = models.CharField(max_length=12, choices=[(s, s) for s in AnswerStatus], default=AnswerStatus.DRAFT)
    values = models.JSONField(default=dict)  # question id → value, domain/answers.py says which shapes
    revision = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    updated_by = models.UUIDField(null=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.UUIDField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.UUIDField(null=True, blank=True)
    returned_note = models.TextField(blank=True)  # the body's own decider sent it back, with this
    on_behalf = models.BooleanField(default=False)  # registered by a coordinator; the source is attached

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["delivery", "number"], name="one_answer_per_number"),
            models.UniqueConstraint(
                fields=["delivery"], condition=Q(status=AnswerStatus.SUBMITTED), name="one_standing_answer"
            ),
            models.UniqueConstraint(
                fields=["delivery"],
                condition=Q(status__in=[AnswerStatus.DRAFT, AnswerStatus.FOR_DECISION]),
                name="one_answer_being_written",
            ),
        ]

    @property
    def version(self):
        """Which version, saved how many times: the form that sends it says what was read."""
        return f"{self.number}.{self.revision}"


class CarriedOver(models.Model):
    """A value that was accepted from an earlier answer, as it stood there; changing the value takes the mark away."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="carried")
    question_id = models.CharField(max_length=40)
    source = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="carried_on")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["answer", "question_id"], name="carried_from_one_answer")]
