from django.db import models
from django.db.models import Q

from vaxel.notices.domain.rhythm import Rhythm

DIGEST = "digest"


class MessageQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(sent_at=None, cancelled_at=None, given_up_at=None)


class Message(models.Model):
    """A mail to be sent: once per event and receiver, never before its time, at least once in all."""

    event_key = models.CharField(max_length=200, unique=True)  # "round:12:sent:345"
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    language = models.CharField(max_length=5, default="sv")
    not_before = models.DateTimeField()
    digest_key = models.CharField(max_length=100, blank=True)  # same receiver and key: merged into one mail
    about = models.CharField(max_length=40, blank=True)  # what its log belongs to: "round:12"
    in_digest = models.BooleanField(default=False)  # its receiver gathers what may wait: all of it in one mail
    body_id = models.BigIntegerField(null=True)
    to_as = models.CharField(max_length=20, blank=True)  # as whom the receiver is reached; the log never tells a name
    keeps_quiet = models.BooleanField(default=False)  # nobody waits for it: it leaves in working hours only
    created_at = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True)  # someone is sending it; after this, anyone may
    sent_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    bounced_at = models.DateTimeField(null=True)  # refused by, or come back from, the receiver's mail server
    followed_up_at = models.DateTimeField(null=True)  # who sent it has done what follows from that
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)
    message_id = models.CharField(max_length=120, blank=True)  # set at first claim, the same in every attempt

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before"],
                name="notices_waiting",
                condition=Q(sent_at=None, cancelled_at=None, given_up_at=None),
            ),
            models.Index(
                fields=["bounced_at"],
                name="notices_not_followed_up",
                condition=Q(bounced_at__isnull=False, followed_up_at=None),
            ),
            models.Index(fields=["message_id"], name="notices_identity", condition=~Q(message_id="")),
            models.Index(fields=["about", "body_id"], name="notices_about", condition=~Q(about="")),
        ]

    @property
    def together(self):
        """Messages to one receiver with the same word are one mail; empty: alone."""
        return DIGEST if self.in_digest else self.digest_key


class FailedAddress(models.Model):
    """An address that a mail server has said does not work. It stays so until someone says that it is mended."""

    address = models.EmailField(unique=True)  # in lower case
    since = models.DateTimeField()
    reason = models.CharField(max_length=300, blank=True)  # the mail server's own words


class MailRhythm(models.Model):
    """How often an address wants what nobody waits for; without a row: at once."""

    address = models.EmailField(unique=True)  # in lower case
    rhythm = models.CharField(max_length=8, choices=[(one, one) for one in Rhythm])


from vaxel.notices.webhooks.models import Webhook, WebhookMessage  # noqa: E402, F401 - Django looks here
