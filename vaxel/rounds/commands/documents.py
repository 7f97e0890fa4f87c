"""The documents that go with a round: attached and removed while it is a draft."""

from django.db import transaction

from vaxel import files, journal
from vaxel.composed import seldom
from vaxel.rounds import permissions
from vaxel.rounds.commands.holding import locked
from vaxel.rounds.models import Round
from vaxel.rounds.policies import RoundAct

OWNER = "rounds.round"
DOCUMENT = "document"


def documents_of(round):
    """In the order they were attached, without their bytes."""
    return attached_to(round.pk) if round else []


@seldom
def attached_to(round_id):
    return files.Attachment.objects.of(OWNER, round_id, DOCUMENT)


@transaction.atomic
def attach(round: Round, upload, *, by):
    """Refuses a file that is not what it says, and any change once the receivers may have read."""
    permissions.require(permissions.edits_round(by, round))
    locked(round, RoundAct.EDIT)
    attached = files.attach(upload, owner_type=OWNER, owner_id=round.pk, by=by, kind=DOCUMENT, field="documents")
    journal.record("rounds.attach", by=by, obj=round, on_behalf_of=by.body_id, facts={"attachment": attached.pk})
    return attached


@transaction.atomic
def detach(round: Round, public_id, *, by):
    permissions.require(permissions.edits_round(by, round))
    locked(round, RoundAct.EDIT)
    for found in (one for one in documents_of(round) if str(one.public_id) == public_id):
        facts = {"attachment": found.pk}
        files.remove(found)
        journal.record("rounds.detach", by=by, obj=round, on_behalf_of=by.body_id, facts=facts)


@transaction.atomic
def take_along(source: Round, made: Round, *, by):
    """A copy of a round has the same documents; no bytes are copied."""
    permissions.require(permissions.reads_round(by, source) and permissions.edits_round(by, made))
    locked(made, RoundAct.EDIT)
    shared = files.share(documents_of(source), owner_type=OWNER, owner_id=made.pk, by=by)
    for attached in shared:
        journal.record("rounds.attach", by=by, obj=made, on_behalf_of=by.body_id, facts={"attachment": attached.pk})
