import hashlib

from django.db import transaction

from vaxel.files.domain.sniff import ALLOWED, LARGEST, sniff
from vaxel.files.models import Attachment, Blob
from vaxel.files.words import spoken

ACCEPT = ",".join(f".{extension}" for extension in (*ALLOWED, "jpeg"))  # for <input type="file" accept=…>


def attach(upload, *, owner_type, owner_id, by, kind="", allowed=tuple(ALLOWED), field=None):
    """Keeps an uploaded file with its owner. Refuses, in words, what is not what it says or might run."""
    content = upload.read(LARGEST + 1)
    return attach_bytes(
        upload.name, content, owner_type=owner_type, owner_id=owner_id, by=by, kind=kind, allowed=allowed, field=field
    )


@transaction.atomic
def attach_bytes(name, content, *, owner_type, owner_id, by, kind="", allowed=tuple(ALLOWED), field=None):
    with spoken(field):
        found = sniff(name, content, allowed)
    return Attachment.objects.create(
        blob=_blob(content, found.media_type),
        name=found.name,
        owner_type=owner_type,
        owner_id=owner_id,
        kind=kind,
        pages=found.pages,
        created_by=by.person_id,
    )


def share(attachments, *, owner_type, owner_id, by):
    """The same files on another owner (a round duplicated); no bytes are copied."""
    copies = [
        Attachment(
            blob_id=one.blob_id,
            name=one.name,
            owner_type=owner_type,
            owner_id=owner_id,
            kind=one.kind,
            pages=one.pages,
            created_by=by.person_id,
        )
        for one in attachments
    ]
    return Attachment.objects.bulk_create(copies)


@transaction.atomic
def remove(attachment):
    """Takes the file from its owner; the bytes go when nobody else attaches them."""
    blob = Blob.objects.select_for_update().filter(sha256=attachment.blob_id)
    list(blob.values_list("sha256"))  # waits for whoever is attaching the same bytes
    attachment.delete()
    if not Attachment.objects.filter(blob_id=attachment.blob_id).exists():
        blob.delete()


@transaction.atomic
def replace(attachment, name, content):
    """Other bytes in its place, on decision: whoever holds its address reads what became of it."""
    before = attachment.blob_id
    blob = _blob(content, "text/plain")
    Attachment.objects.filter(pk=attachment.pk).update(blob=blob, name=name, pages=None)
    if not Attachment.objects.filter(blob_id=before).exists():
        Blob.objects.filter(sha256=before).delete()


def _blob(content, media_type):
    """Two may send the same bytes at once; the second holds the row too, so that `remove` waits for it."""
    digest = hashlib.sha256(content).hexdigest()
    blob = Blob(sha256=digest, content=content, size=len(content), media_type=media_type)
    Blob.objects.bulk_create([blob], update_conflicts=True, update_fields=["size"], unique_fields=["sha256"])
    return blob
