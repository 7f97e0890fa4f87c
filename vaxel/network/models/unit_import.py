from django.db import models

from vaxel.network.models.body import Body


class UnitImport(models.Model):
    """A file of units that has been read, waiting to be confirmed: what is written is what was previewed."""

    principal = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    by = models.UUIDField(null=True)  # the person's opaque id
    file_name = models.CharField(max_length=200)
    rows = models.JSONField()  # as read: [line, own id, name, parent, mailbox]
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)
