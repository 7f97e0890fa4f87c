"""A person's own choice of how often: mail that nobody waits for is gathered into one, in the morning."""

from dataclasses import replace

from vaxel.calendar.clock import now
from vaxel.notices.domain.rhythm import Rhythm, next_digest
from vaxel.notices.models import MailRhythm


def rhythm_of(address) -> Rhythm:
    found = MailRhythm.objects.filter(address=address.lower()).values_list("rhythm", flat=True).first()
    return Rhythm(found) if found else Rhythm.AT_ONCE


def choose(address, rhythm) -> None:
    """From the next message on; what already waits leaves as it was posted."""
    if Rhythm(rhythm) is Rhythm.AT_ONCE:
        MailRhythm.objects.filter(address=address.lower()).delete()
    else:
        MailRhythm.objects.update_or_create(address=address.lower(), defaults={"rhythm": Rhythm(rhythm)})


def with_rhythm(drafts):
    """The drafts, those that may wait moved to their receiver's next digest. One query, none where all are urgent."""
    addresses = {draft.to.lower() for draft in drafts if draft.may_wait}
    if not addresses:
        return drafts
    chosen = dict(MailRhythm.objects.filter(address__in=addresses).values_list("address", "rhythm"))
    return [_moved(draft, chosen.get(draft.to.lower())) if draft.may_wait else draft for draft in drafts]


def _moved(draft, rhythm):
    if rhythm is None:
        return draft
    leaves = next_digest(draft.not_before or now(), Rhythm(rhythm))
    return replace(draft, not_before=leaves, in_digest=True)
