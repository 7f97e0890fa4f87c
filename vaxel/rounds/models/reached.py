import uuid

from django.db import models

from vaxel.network.models import Body
from vaxel.rounds.models.round import Round


class AlsoReached(models.Model):
    """A body outside the audience to which someone below the sender passed the round on.

    It has no delivery, owes nothing and is never in the denominator; it may read, and it is told of as "also reached".
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="also_reached")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    via = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")  # who passed it on first
    at = models.DateTimeField()
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person_id = models.UUIDField(null=True)
    mandate_id = models.BigIntegerField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "body"], name="also_reached_once")]
