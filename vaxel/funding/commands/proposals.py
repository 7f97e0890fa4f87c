"""A county's proposal for decision on the use of the money (S3): written stream by stream, by its coordinators."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.funding import permissions, policies
from vaxel.funding.models import Proposal, ProposalUse
from vaxel.ui.refusal import Refusal

TEXTS = ("introduction", "reporting")
USES = ("purpose", "group", "steering", "decides", "reports")


def write_proposal(county, agreement, *, by, revision=0, texts=None, uses=None) -> Proposal:
    """`uses`: {stream id: {purpose, group, …}}, only what is to be changed. A stale revision is refused."""
    permissions.require(permissions.writes_proposal(by, county.pk))
    with transaction.atomic():
        Proposal.objects.get_or_create(county=county, agreement=agreement)
        now = Proposal.objects.select_for_update(of=("self",)).get(county=county, agreement=agreement)
        if now.revision != revision:
            raise Refusal(
                _("Någon annan har skrivit i förslaget sedan ni öppnade det. Ladda om sidan och skriv igen."),
                status=policies.CONFLICT,
            )
        for name, text in (texts or {}).items():
            if name in TEXTS:
                setattr(now, name, text.strip())
        now.revision += 1
        now.save()
        for stream_id, said in (uses or {}).items():
            fields = {name: text.strip() for name, text in said.items() if name in USES}
            ProposalUse.objects.update_or_create(proposal=now, stream_id=stream_id, defaults=fields)
        journal.record("funding.write_proposal", by=by, obj=now, on_behalf_of=county.pk)
    return now
