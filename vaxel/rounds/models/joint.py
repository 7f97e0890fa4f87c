import uuid

from django.db import models

from vaxel.network.models import Body
from vaxel.rounds.models.answer import Answer
from vaxel.rounds.models.delivery import Delivery, Receipt
from vaxel.rounds.models.round import Round


class JointAnswer(models.Model):
    """A county's one answer for several bodies, while it is written; the versions put forward lie beside it."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="joint_answers")
    node = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    values = models.JSONField(default=dict)  # question id → value, as in an answer
    origins = models.JSONField(default=dict)  # question id → how it came about: sum, mean, join, or a body's id
    revision = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)
    updated_by = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "node"], name="one_joint_answer_per_node")]


class JointVersion(models.Model):
    """What was put forward for adoption: never changed. A later one takes its place when its bodies have adopted it."""

    joint = models.ForeignKey(JointAnswer, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    values = models.JSONField()
    origins = models.JSONField(default=dict)
    agreement_id = models.BigIntegerField()  # the county agreement that permitted it
    proposed_at = models.DateTimeField()
    proposed_by = models.UUIDField(null=True)
    mandate_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["joint", "number"], name="one_joint_version_per_number")]


class JointCover(models.Model):
    """A body whose answer a version stands for; `original` is its own answer as it stood then, if it had one."""

    version = models.ForeignKey(JointVersion, on_delete=models.PROTECT, related_name="covers")
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="joint_covers")
    original = models.ForeignKey(Answer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "delivery"], name="covered_once_per_version")]


class JointSignature(models.Model):
    """A party's own act on a version: adopted, binding the hash of what it covered, or stood aside. Never changed."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.ForeignKey(JointVersion, on_delete=models.PROTECT, related_name="signatures")
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="joint_signatures")
    receipt = models.OneToOneField(Receipt, on_delete=models.PROTECT, related_name="+")
    adopted = models.BooleanField()
    bound = models.CharField(max_length=64, blank=True)  # SHA-256, domain/joint.py
    # The same of what was left when words had been taken out by decision (vaxel/privacy); `bound` stays as it was signed.
    rebound = models.CharField(max_length=64, blank=True)
    originals = models.JSONField(default=list)  # [body, number of its standing answer or 0], as bound

    class Meta:
        indexes = [models.Index(fields=["delivery"])]
