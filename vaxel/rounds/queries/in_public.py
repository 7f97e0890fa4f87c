"""What anyone may know of a body's rounds: those made public that it has sent, or that it is asked in."""

from django.db.models import Exists, OuterRef, Q

from vaxel.network.actor import NOBODY
from vaxel.rounds.models import FramePosition, Round
from vaxel.rounds.models.reading import SENT


def public_rounds_of(body_id):
    """Newest first. That a body is asked is no secret in a public round; what it has said or not is never told here."""
    asked = FramePosition.objects.filter(frame=OuterRef("frame"), body=body_id)
    rows = Round.objects.visible_to(NOBODY).filter(Q(owner=body_id) | Exists(asked), state__in=SENT)
    return rows.order_by("-sent_at", "-pk")
