import uuid

from django.db import models

from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models.thing import Thing
from vaxel.network.models import Body


class AdoptionStep(models.Model):
    """Append-only: a body's step on its way with a thing. `happened_on` may lie long before it was registered."""

    thing = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="steps")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="adoption_steps")
    stage = models.PositiveSmallIntegerField(choices=[(int(stage), stage.name) for stage in AdoptionStage])
    happened_on = models.DateField()
    registered_at = models.DateTimeField()
    opens_on = models.DateField()  # until then the body alone sees it, unless it shares it before
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")
    person_id = models.UUIDField(null=True)
    mandate_id = models.BigIntegerField(null=True)
    key = models.CharField(max_length=64, null=True)  # noqa: DJ001 - many have none, and those are not alike

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key"], name="one_step_per_key")]
        indexes = [models.Index(fields=["thing", "body", "happened_on"]), models.Index(fields=["opens_on"])]


class Opening(models.Model):
    """Append-only: from this moment others see the step. By a person who shared it, or by time alone."""

    step = models.OneToOneField(AdoptionStep, on_delete=models.PROTECT, related_name="opening")
    at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    mandate_id = models.BigIntegerField(null=True)


class Evidence(models.Model):
    """What the body says the step rests on: its own row, so that what someone wrote can be erased by decision.

    Files lie at the step (`files`, owner_type "adoption.adoptionstep").
    """

    step = models.OneToOneField(AdoptionStep, on_delete=models.CASCADE, related_name="evidence")
    text = models.TextField(blank=True)  # for not relevant: the reason
    indicator = models.CharField(max_length=200, blank=True)
    delivery = models.ForeignKey(
        "rounds.Delivery", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )  # an answer of the body's own


class Standing(models.Model):
    """A body's present byte (domain/stages.py): a projection of its steps, rebuilt at each of them."""

    thing = models.ForeignKey(Thing, on_delete=models.CASCADE, related_name="standings")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    stage = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thing", "body"], name="one_standing_per_body")]
        indexes = [models.Index(fields=["body"])]


class StageMark(models.Model):
    """Written with each change of a standing: the vector does not know this body yet. Never "after the last id"."""

    thing_id = models.BigIntegerField()
    body_id = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["thing_id"])]


def form_key() -> str:
    """Put in each form when it is shown: the same form sent twice is one step."""
    return uuid.uuid4().hex
