from django.db import models

from vaxel.network.models import Body


class Frame(models.Model):
    """An audience frozen when sent: each body once, in one order, shared by rounds that ask the same bodies.

    `kinds` holds two bytes per position (network.domain.kinds.BIT): Gotland is one position and counts in two kinds.
    """

    key = models.CharField(max_length=64, unique=True)  # SHA-256 of the ordered list of bodies and the day
    as_of = models.DateField()
    size = models.PositiveIntegerField()
    kinds = models.BinaryField()
    created_at = models.DateTimeField(auto_now_add=True)


class FramePosition(models.Model):
    frame = models.ForeignKey(Frame, on_delete=models.CASCADE, related_name="positions")
    position = models.PositiveIntegerField()
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["frame", "position"], name="one_body_per_position"),
            models.UniqueConstraint(fields=["frame", "body"], name="each_body_once"),
        ]


class FrameRange(models.Model):
    """What a node sees of a frame: one or more half-open ranges of positions, as of the frame's day."""

    frame = models.ForeignKey(Frame, on_delete=models.CASCADE, related_name="ranges")
    node = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    start = models.PositiveIntegerField()
    stop = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["frame", "node", "start"], name="one_range_per_start")]
