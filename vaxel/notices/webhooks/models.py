from django.db import models


class Webhook(models.Model):
    """Where a program wants to be told, by the right of one mandate. Opaque ids: people and mandates lie above."""

    user_id = models.BigIntegerField(db_index=True)
    mandate_id = models.BigIntegerField()
    url = models.URLField(max_length=500)
    secret = models.CharField(max_length=80)  # signs; needed as it is, so it is kept as it is
    events = models.JSONField(default=list)  # types; empty = all
    told_up_to = models.BigIntegerField()  # the journal's seal number: entries sealed later are still to be told
    created_at = models.DateTimeField(auto_now_add=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_why = models.CharField(max_length=200, blank=True)


class WebhookMessage(models.Model):
    """One event to one hook. `number` is the seal's: the same event is never told twice under two names."""

    hook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="messages")
    number = models.BigIntegerField()
    type = models.CharField(max_length=60)
    payload = models.JSONField()
    next_at = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hook", "number"], name="told_once_per_hook")]
        indexes = [
            models.Index(
                fields=["next_at"], name="webhooks_waiting", condition=models.Q(sent_at=None, given_up_at=None)
            )
        ]
