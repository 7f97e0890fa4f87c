import uuid

from django.db import models
from django.db.models import Q

from vaxel.adoption.domain.life import ThingState
from vaxel.network.models import Body
from vaxel.rounds.models import Frame, Round


class Thing(models.Model):
    """Something spread, whose use outlives every round: a programme, a method, a guideline, a training.

    What it *is* may be kept by a capability above (a programme and its versions): then `owner_type` and `owner_ref`
    say by which row of its. Here it only has a name, who answers for it and whom it is meant for.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=60)  # in the owner's words: "metod", "riktlinje"
    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="things")
    owner_type = models.CharField(max_length=60, blank=True)  # "knowledge.programme"
    owner_ref = models.BigIntegerField(null=True, blank=True)
    description = models.TextField(blank=True)  # Markdown
    target_kinds = models.JSONField(default=list)  # network.domain.kinds.Kind: whom it is meant for
    need_indicator = models.CharField(max_length=200, blank=True)  # what the need of it is measured by, in words
    state = models.CharField(max_length=14, choices=[(s, s) for s in ThingState], default=ThingState.IN_USE)
    retires_on = models.DateField(null=True, blank=True)  # the first day it is not to be used
    replaced_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaces")
    since = models.DateField()  # when it was first spread, as far as is known
    created_at = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField(default=0)  # two people editing: the second is told

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner_type", "owner_ref"], condition=~Q(owner_type=""), name="one_thing_per_owned"
            ),
        ]


class ThingRound(models.Model):
    """The rounds that spread it. A round spreads one thing at most: its receivers are asked one question."""

    thing = models.ForeignKey(Thing, on_delete=models.CASCADE, related_name="rounds")
    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="spreads")


class StageVector(models.Model):
    """A thing's present stages, one byte per body (domain/stages.py) in the order of a frame of those it is meant for.

    The frame is made anew when the network has changed (`commands/framing.py`); the standings are the same.
    """

    thing = models.OneToOneField(Thing, on_delete=models.CASCADE, primary_key=True, related_name="vector")
    frame = models.ForeignKey(Frame, on_delete=models.PROTECT, related_name="+")
    stages = models.BinaryField()
    looked_on = models.DateField()  # the day the frame was last held against the network
    folded_at = models.DateTimeField()
