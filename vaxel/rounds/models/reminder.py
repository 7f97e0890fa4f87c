from django.db import models

from vaxel.network.models import Body
from vaxel.rounds.models.round import Round


class Reminder(models.Model):
    """One reminder to one body about one matter: as whom it was reached, when, by whose hand. Never the same step twice.

    `matter`: the answer, passing on, or one request for completion. `lap`: a sender who reminds when all in the body's
    order have been, begins it anew.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="reminders")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    matter = models.CharField(max_length=40)
    lap = models.PositiveSmallIntegerField(default=1)
    reached = models.CharField(max_length=20)  # contact, deputy, mailbox, coordinator or nobody
    day = models.DateField()  # in Sweden
    at = models.DateTimeField()
    by = models.UUIDField(null=True)  # empty: by the plan
    bounced = models.BooleanField(default=False)  # its mail came back, and the next in order was tried at once
    event_key = models.CharField(max_length=200, blank=True)  # of the mail (notices), which knows what became of it

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "body", "matter", "lap", "reached"],
                condition=~models.Q(reached="nobody"),
                name="never_the_same_step_twice",
            ),
            models.UniqueConstraint(
                fields=["round", "body", "matter", "day"], condition=models.Q(bounced=False), name="one_reminder_a_day"
            ),
        ]
        indexes = [models.Index(fields=["event_key"], name="reminder_of_mail")]
