"""Attachments lie in the database: one truth for backup, rights and two hosts."""

import uuid

from django.db import models


class Blob(models.Model):
    """Bytes once, however many attach them."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=100)


class AttachmentQuerySet(models.QuerySet):
    def of(self, owner_type, owner_id, kind=None):
        """In the order they were attached, without their bytes."""
        found = self.filter(owner_type=owner_type, owner_id=owner_id)
        if kind:
            found = found.filter(kind=kind)
        return found.light().order_by("id")

    def light(self):
        return self.select_related("blob").defer("blob__content")


class Attachment(models.Model):
    """A file on something above. Who may fetch it is decided there, never by knowing its id."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=200)
    owner_type = models.CharField(max_length=60)  # "rounds.round"
    owner_id = models.BigIntegerField()
    kind = models.CharField(max_length=30, blank=True)  # "document", "answer", "source": the owner's own word
    pages = models.PositiveIntegerField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.UUIDField(null=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["owner_type", "owner_id"], name="files_of_owner")]

    @property
    def size(self):
        return self.blob.size

    @property
    def media_type(self):
        return self.blob.media_type

    @property
    def extension(self):
        return self.name.rpartition(".")[2].lower()
