from django.db import models

from vaxel.funding.models.agreement import Agreement


class Scenario(models.Model):
    """What if: the agreement's own terms with some of them changed. Nothing of the agreement is touched.

    `changes` is `{"rounding"?, "level"?, "streams": {key: {"pot_ore"?, "base_ore"?, "allocation"?, "reference_date"?}}}`:
    only what differs, so that a scenario follows a draft that is still being written.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="scenarios")
    name = models.CharField(max_length=120)
    changes = models.JSONField(default=dict)
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "name"], name="one_scenario_per_name")]
        ordering = ["pk"]
