"""The documents that go with a round: attached and removed while it is a draft."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import files
from vaxel.journal.recording import record
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Round
from vaxel.ui.refusal import Refusal

OWNER = "rounds.round"
DOCUMENT = "document"


def documents_of(round):
    """In the order they were attached, without their bytes."""
    return list(files.Attachment.objects.of(OWNER, round.pk, DOCUMENT)) if round else []


@transaction.atomic
def attach(round: Round, upload, *, by):
    """Who may was decided where the draft may be edited. Refuses a file that is not what it says."""
    _only_a_draft(round)
    attached = files.attach(upload, owner_type=OWNER, owner_id=round.pk, by=by, kind=DOCUMENT, field="documents")
    record("rounds.attach", by=by, obj=round, facts={"attachment": attached.pk})
    return attached


@transaction.atomic
def detach(round: Round, public_id, *, by):
    _only_a_draft(round)
    for found in (one for one in documents_of(round) if str(one.public_id) == public_id):
        record("rounds.detach", by=by, obj=round, facts={"attachment": found.pk})
        files.remove(found)


def _only_a_draft(round):
    if round.state != RoundState.DRAFT:
        raise Refusal(
            _(
                "Dokumenten går inte att ändra när förfrågan är skickad: mottagarna har redan läst dem. Skicka en rättelse i stället."
            ),
            status=409,
        )
