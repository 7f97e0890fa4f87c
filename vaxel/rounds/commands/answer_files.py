"""Files in an answer: kept with the body's part, named by the answer's value."""

from django.db import transaction

from vaxel import files
from vaxel.calendar import clock
from vaxel.rounds import permissions
from vaxel.rounds.commands import steps
from vaxel.rounds.commands.answers import save_draft
from vaxel.rounds.policies import Act

OWNER = "rounds.delivery"
KIND = "answer"


@transaction.atomic
def attach_file(delivery, question_id, upload, *, by):
    """Refuses a file that is not what it says; an earlier version's file stays with that version."""
    permissions.require(permissions.acts_for(by, delivery))
    steps.allow(Act.WRITE, steps.locked(delivery), clock.now())
    attached = files.attach(upload, owner_type=OWNER, owner_id=delivery.pk, by=by, kind=KIND, field=question_id)
    return save_draft(delivery, {question_id: {"id": str(attached.public_id), "name": attached.name}}, by=by)


def answer_files(delivery):
    return files.Attachment.objects.of(OWNER, delivery.pk, KIND)
