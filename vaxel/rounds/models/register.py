from django.db import models

from vaxel.network.models import Body
from vaxel.rounds.models.round import Round


class OwnNumber(models.Model):
    """A body's own register number (dnr) for a round: what it received, or what it sent."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    number = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "round"], name="one_own_number")]


class RegisterMail(models.Model):
    """A body that wants each item mailed to its register. `told_up_to` is the journal's seal: later ones are told."""

    body = models.OneToOneField(Body, on_delete=models.CASCADE, primary_key=True, related_name="+")
    address = models.EmailField()
    told_up_to = models.BigIntegerField()
