from django.db import models
from django.db.models import Q

from vaxel.network.models import Body, Person
from vaxel.rounds.models.delivery import Delivery


class SectionPart(models.Model):
    """A section of one body's answer, given to a unit of its or to a colleague, who write in the body's own draft.

    `revision` counts what they have saved. Taken back, the row stays: who wrote what is still known.
    """

    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="section_parts")
    section_id = models.CharField(max_length=40)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.TextField(blank=True)
    ready_by = models.DateField(null=True)
    given_at = models.DateTimeField()
    given_by = models.UUIDField(null=True)
    written_at = models.DateTimeField(null=True)
    written_by = models.UUIDField(null=True)
    revision = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    done_by = models.UUIDField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["delivery", "section_id"], condition=Q(taken_back_at=None), name="one_part_per_section"
            ),
            models.CheckConstraint(
                condition=Q(body=None, person__isnull=False) | Q(body__isnull=False, person=None),
                name="part_to_body_or_person",
            ),
        ]
