import uuid

from django.db import models

from vaxel.network.models import Body, Person
from vaxel.privacy.domain.regime import Ground, Regime, Scope


class ErasureDecision(models.Model):
    """That a person's data is to be erased, on which ground, by whom. Carried out once; it then holds no word of hers.

    `words` are those that the decision adds to her name and addresses; `files` what she has attached or is named in. Both
    are emptied when it is carried out. `outcome` is numbers alone: field → how many rows.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")  # who decides
    regime = models.CharField(max_length=12, choices=[(one, one) for one in Regime])
    ground = models.CharField(max_length=12, choices=[(one, one) for one in Ground])
    scope = models.CharField(max_length=8, choices=[(one, one) for one in Scope])
    reference = models.CharField(max_length=120, blank=True)  # "Gallringsbeslut 2026:14, dnr …"
    reason = models.TextField()
    words = models.JSONField(default=list)
    drafted_at = models.DateTimeField()
    drafted_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    carried_out_at = models.DateTimeField(null=True)
    outcome = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(carried_out_at=None), name="one_open_erasure_of_a_person"
            )
        ]
