import uuid

from django.db import models
from django.db.models import Q

from vaxel.network.models import Body
from vaxel.signals.domain.kinds import Level, SignalKind, SignalState, Step
from vaxel.signals.models.reading import SignalQuerySet

OWNER = "signals.signal"  # of attachments


class Signal(models.Model):
    """Something lifted from below. The state and the desk are projections of its steps; the words can be erased.

    `author_body` is empty for the public. `desk` is the body that has it now; `head` the one it is merged into.
    """

    public_id = models.UUIDField(
        default=uuid.uuid4, unique=True, editable=False
    )  # the public's secret way back (links.py)
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in SignalKind])
    state = models.CharField(max_length=9, choices=[(state, state) for state in SignalState], default=SignalState.NEW)
    title = models.CharField(max_length=150, blank=True)
    text = models.TextField(blank=True)
    stems = models.TextField(blank=True, editable=False)  # of title and text, for finding similar ones
    place = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    group = models.CharField(max_length=20, blank=True)  # reference/target_groups.csv
    author_body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="signals")
    author_person = models.UUIDField(null=True, blank=True)
    written_at = models.DateTimeField()
    desk = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=15, choices=[(level, level) for level in Level])
    at_desk_since = models.DateTimeField()
    taken_by = models.UUIDField(null=True, blank=True)
    head = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    answer_by = models.DateField()
    answered_at = models.DateTimeField(null=True, blank=True)
    may_publish = models.BooleanField(default=False)  # the author's side of showing it to anyone
    published_at = models.DateTimeField(null=True, blank=True)  # the other side's
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = SignalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=SignalState.MERGED, head__isnull=False)
                | (~Q(state=SignalState.MERGED) & Q(head__isnull=True)),
                name="merged_into_another",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(may_publish=True), name="published_by_both"
            ),
        ]
        indexes = [
            models.Index(fields=["desk", "state"]),
            models.Index(fields=["author_body", "-id"]),
            models.Index(fields=["place"]),
        ]

    @property
    def is_public_voice(self) -> bool:
        return self.author_body_id is None


class Reached(models.Model):
    """A desk the signal has come to: whoever acts there may read it from then on."""

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="reached")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["signal", "body"], name="reached_once")]


class SignalStep(models.Model):
    """Append-only, as a receipt: who at which body did what, when it reached us; the state and the desk after it.

    `other` is the signal it was merged with; `key` makes a double click one step.
    """

    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12, choices=[(step, step) for step in Step])
    state = models.CharField(max_length=9)
    desk = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")  # acted for; none: the public
    person_id = models.UUIDField(null=True)
    mandate_id = models.BigIntegerField(null=True)
    received_at = models.DateTimeField()
    other = models.BigIntegerField(null=True)
    key = models.CharField(max_length=64, null=True)  # noqa: DJ001 - many have none, and those are not alike

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key"], name="one_signal_step_per_key")]


class StepNote(models.Model):
    """The reason, or the answer, in words: its own row, so that it can be erased by decision."""

    step = models.OneToOneField(SignalStep, on_delete=models.CASCADE, related_name="note")
    text = models.TextField()


class PublicContact(models.Model):
    """Where somebody without a login wants to be told. Personal, optional, and gone when it has served."""

    signal = models.OneToOneField(Signal, on_delete=models.CASCADE, related_name="contact")
    email = models.EmailField()


class LedTo(models.Model):
    """What a signal became, in another capability: `destination` names who made it, `object_id` what it made."""

    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="led_to")
    destination = models.CharField(max_length=30)
    object_id = models.BigIntegerField()
    at = models.DateTimeField()
    by = models.UUIDField(null=True)
    joined = models.BooleanField(default=False)  # merged into one that had led to it already; undone with the merge
    fed_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["signal", "destination", "object_id"], name="became_it_once")]
        indexes = [models.Index(fields=["destination", "object_id"])]
