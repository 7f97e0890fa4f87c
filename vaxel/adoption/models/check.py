from django.db import models

from vaxel.adoption.domain.checking import CheckState
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models.thing import Thing
from vaxel.network.models import Body


class PeerCheck(models.Model):
    """A peer looks at how a body uses a thing, by the body's own invitation. Who did what when is in the journal."""

    thing = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="checks")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="checks_of")
    peer = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="checks_by")
    state = models.CharField(max_length=10, choices=[(s, s) for s in CheckState], default=CheckState.INVITED)
    message = models.TextField(blank=True)  # from the body: what it wants looked at
    saw = models.TextField(blank=True)  # from the peer
    stage = models.PositiveSmallIntegerField(
        choices=[(int(stage), stage.name) for stage in AdoptionStage], null=True, blank=True
    )  # how far the peer holds that it has come
    visited_on = models.DateField(null=True, blank=True)
    invited_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["peer", "state"]), models.Index(fields=["body", "thing"])]
