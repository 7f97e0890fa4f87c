import datetime as dt

from django.db import models
from django.utils import timezone

from vaxel.accounts.models.login import User


class ApiToken(models.Model):
    """A program acts for a person with one of that person's mandates, and for as long as the mandate holds.

    Only the key's hash is kept. `mandate_id` is opaque here: the network lies above.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    mandate_id = models.BigIntegerField()
    name = models.CharField(max_length=80)  # "Diariets koppling", as its owner says it
    scopes = models.JSONField(default=list)  # domain.tokens.Scope
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_on = models.DateField()  # the first day it no longer works
    used_on = models.DateField(null=True, blank=True)  # the last day: one write a day, not one a request
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "mandate_id"])]

    def works(self, day: dt.date) -> bool:
        return self.revoked_at is None and day < self.expires_on and self.user.is_active

    def note_use(self, day: dt.date) -> None:
        if self.used_on != day:
            ApiToken.objects.filter(pk=self.pk).update(used_on=day)

    def revoke(self) -> None:
        self.revoked_at = self.revoked_at or timezone.now()
        self.save(update_fields=["revoked_at"])


class ApiReply(models.Model):
    """What was answered to a request with an idempotency key: the same request again gets the same reply."""

    token = models.ForeignKey(ApiToken, on_delete=models.CASCADE, related_name="replies")
    key = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    body = models.JSONField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="one_reply_per_key")]
        indexes = [models.Index(fields=["created_at"])]
