"""Dated public facts about bodies, each with its source: data, never code."""

from django.db import models

from vaxel.network.models.body import Body
from vaxel.network.models.dated import Dated


class Population(models.Model):
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="populations")
    kind = models.CharField(max_length=20)  # Gotland's county and municipality are counted alike, told apart by this
    reference_date = models.DateField()
    people = models.PositiveIntegerField()
    women = models.PositiveIntegerField(null=True)
    men = models.PositiveIntegerField(null=True)
    status = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "kind", "reference_date"], name="one_population")]


class Neighbour(models.Model):
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="neighbours")
    neighbour = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "neighbour"], name="one_border")]


class Peer(models.Model):
    """Kolada's "Liknande kommuner" and "Liknande regioner", by kind of likeness and year."""

    likeness = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="peers")
    peer = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["likeness", "year", "body", "peer"], name="one_likeness")]


class Grouping(Dated):
    """A dated classification of bodies, such as SKR's municipality groups."""

    scheme = models.CharField(max_length=40)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="groupings")
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=120)

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["scheme", "body", "valid_from"], name="one_group_at_a_time"),
        ]


class TilePlace(models.Model):
    """Where a body stands on a map of tiles: one square each, own layout from the centroids."""

    layout = models.CharField(max_length=20)  # "municipalities" or "counties"
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="tiles")
    column = models.PositiveSmallIntegerField()
    row = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["layout", "column", "row"], name="one_body_per_tile")]
