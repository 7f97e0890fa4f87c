import uuid

from django.db import models

from vaxel.network.models import Body
from vaxel.rounds.domain.kinds import RoundKind, RoundState, Route
from vaxel.rounds.domain.reminding import DEFAULT_DAYS
from vaxel.rounds.models.frame import Frame
from vaxel.rounds.models.reading import EnquiryQuerySet, RoundQuerySet
from vaxel.rounds.models.template import TemplateVersion


def default_days():
    return list(DEFAULT_DAYS)


class Round(models.Model):
    """Something sent or asked, with an audience and a date. Owner, sender and assessor are separate."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in RoundKind])
    state = models.CharField(max_length=8, choices=[(s, s) for s in RoundState], default=RoundState.DRAFT)
    number = models.CharField(max_length=20, null=True, blank=True, unique=True)  # "2026-014", given when sent
    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="rounds")
    assessor = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)  # Markdown
    replaces = models.CharField(max_length=300, blank=True)  # empty = "ny uppgift", shown to all
    legal_basis = models.CharField(max_length=300, blank=True)
    consulted = models.CharField(max_length=300, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)  # of work for one receiver
    is_public = models.BooleanField(default=False)  # the round is shown to anyone
    # A second person at each body decides its answer, whatever the body has chosen for itself: money is at stake.
    two_persons = models.BooleanField(default=False)
    answer_by_link = models.BooleanField(default=True)  # bodies without an account may answer by a link
    answers_public = models.BooleanField(default=True)
    forward_text = models.TextField(blank=True)  # for the coordinator to pass on
    template_version = models.ForeignKey(TemplateVersion, on_delete=models.PROTECT, null=True, blank=True)
    audience = models.JSONField(default=dict)  # a rule over the network, domain/audience.py
    route = models.CharField(max_length=8, choices=[(r, r) for r in Route], default=Route.DIRECT)
    frame = models.ForeignKey(Frame, on_delete=models.PROTECT, null=True, blank=True, related_name="rounds")
    opens = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)  # the body's date
    compile_due = models.DateField(null=True, blank=True)  # the compiler's date
    reminds = models.BooleanField(default=True)  # the missing are reminded by the plan below, without anyone's hand
    remind_days = models.JSONField(default=default_days)  # working days from the last day: -10 before, 1 after
    reminded_on = models.DateField(null=True, blank=True)  # the last day the tick went through all that are missing
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.UUIDField(null=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.UUIDField(null=True, blank=True)
    announced_at = models.DateTimeField(null=True, blank=True)  # mail posted: ten minutes after sending, by the tick
    announced_to = models.PositiveIntegerField(default=0)  # those before this place in the frame have had theirs posted
    # Above 1 000 receivers a second person confirms before anything leaves.
    asked_to_confirm_by = models.UUIDField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    feedback = models.TextField(blank=True)  # "Vad gjorde ni med svaren?"
    fed_back_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)  # two people editing a draft: the second is told

    objects = RoundQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "due"])]


class RoundSender(models.Model):
    """One round may have several senders; the owner is one of them."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="senders")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "body"], name="each_sender_once")]


class CoWorker(models.Model):
    """A person at another body who may read and edit the draft."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="co_workers")
    person = models.ForeignKey("network.Person", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "person"], name="each_co_worker_once")]


class Enquiry(models.Model):
    """A receiver's question about the round; the answer is shown to all when published, without who asked."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="enquiries")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    asked_by = models.UUIDField(null=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    text = models.TextField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    is_published = models.BooleanField(default=False)

    objects = EnquiryQuerySet.as_manager()


class Correction(models.Model):
    """A correction that reaches also those who have answered."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="corrections")
    text = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.UUIDField(null=True)
