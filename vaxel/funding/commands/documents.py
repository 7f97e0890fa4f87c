"""The documents of an agreement: attached and removed while it is a draft, read by whoever may read it."""

from vaxel import files
from vaxel.funding.commands.holding import changing

OWNER = "funding.agreement"
DOCUMENT = "document"


def documents_of(agreement):
    """In the order they were attached, without their bytes."""
    return list(files.Attachment.objects.of(OWNER, agreement.pk, DOCUMENT))


def attach(agreement, upload, *, by):
    """Refuses a file that is not what it says, and any change once the agreement is up for decision."""
    with changing(agreement, by=by, document=True):
        return files.attach(upload, owner_type=OWNER, owner_id=agreement.pk, by=by, kind=DOCUMENT, field="documents")


def detach(agreement, public_id, *, by):
    for found in (one for one in documents_of(agreement) if str(one.public_id) == public_id):
        with changing(agreement, by=by, document=True):
            files.remove(found)
