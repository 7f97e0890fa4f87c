from django.db import models
from django.db.models import F, Q

from vaxel.network.domain.kinds import Extent, Kind, Lineage, Tree
from vaxel.network.models.body import Body
from vaxel.network.models.dated import Dated


class Tie(Dated):
    """Child belongs to parent, in one tree, from–to. The truth; the closure is derived from it.

    A *part* tie gives the parent (and those above it) this child only, never what lies below the child.
    A child has at most one whole tie per tree and kind of parent on any day: a municipality in Halland has one to
    its county and one to its healthcare region. Rings and overlaps are refused by the database (refusals.py).
    """

    tree = models.CharField(max_length=12, choices=[(tree, tree) for tree in Tree])
    child = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="ties_up")
    parent = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="ties_down")
    parent_kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in Kind])
    extent = models.CharField(max_length=5, choices=[(extent, extent) for extent in Extent], default=Extent.WHOLE)
    source = models.CharField(max_length=200, blank=True)

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=~Q(child=F("parent")), name="no_body_is_its_own_parent"),
        ]
        indexes = [models.Index(fields=["tree", "child"]), models.Index(fields=["tree", "parent"])]


class Closure(Dated):
    """Who lies below whom, when: derived from the ties and rebuildable. One row per stretch of time; no self rows."""

    tree = models.CharField(max_length=12)
    ancestor = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    descendant = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    depth = models.PositiveSmallIntegerField()

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=~Q(ancestor=F("descendant")), name="no_ring"),
            models.UniqueConstraint(fields=["tree", "ancestor", "descendant", "valid_from"], name="one_stretch"),
        ]
        indexes = [models.Index(fields=["tree", "descendant", "ancestor"])]


class Succession(models.Model):
    """What became of a body: merged, split, taken over. Nothing is rewritten."""

    before = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="successions_from")
    after = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="successions_to")
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in Lineage])
    day = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["before", "after", "day"], name="one_succession"),
            models.CheckConstraint(condition=~Q(before=F("after")), name="succession_between_two"),
        ]
