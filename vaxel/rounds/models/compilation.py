from django.db import models

from vaxel.network.models import Body
from vaxel.rounds.models.reading import CompilationQuerySet
from vaxel.rounds.models.round import Round


class NodeCompilation(models.Model):
    """A level's own compilation of its part: what the figures mean, in words; finished binds what it covered."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="compilations")
    node = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_by = models.UUIDField(null=True, blank=True)
    mandate_id = models.BigIntegerField(null=True)
    covered = models.CharField(max_length=64, blank=True)  # SHA-256 of the answers it covered: a later change shows
    revision = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    objects = CompilationQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "node"], name="one_compilation_per_node")]
