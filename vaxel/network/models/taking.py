from django.db import models

from vaxel.network.models.body import Body
from vaxel.network.models.people import Person


class Taking(models.Model):
    """Of what waits in a shared inbox: who has said "I take it". The key is opaque here; the thing lies above."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=80)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "key"], name="one_takes_it")]
