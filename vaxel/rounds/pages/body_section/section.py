"""What a body has been sent and what it owes, on its page in the network. The site registers it there."""

from django.utils.translation import gettext as _

from vaxel.network.pages.body.sections import Section
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.domain.owing import owes
from vaxel.rounds.permissions import reads_load
from vaxel.rounds.queries.inbox import of_body
from vaxel.rounds.words import kind_of, state_words

TEMPLATE = "rounds/pages/body_section/section.html"
SHOWN = 12


def section(request, body_id, day):
    """As far as the reader may see it; nothing at all where there is nothing to see."""
    found = of_body(body_id, request.actor)
    if not (found.sent or found.received):
        return None
    owed = [one for one in found.received if _owed(one)]
    rest = [one for one in found.received if not _owed(one)]
    context = {
        "owed": [_line(one, is_owed=True) for one in owed],
        "received": [_line(one, is_owed=False) for one in rest[:SHOWN]],
        "sent": [{"round": round, "kind": kind_of(round).title} for round in found.sent[:SHOWN]],
        "more": max(0, len(rest) - SHOWN),
        "body_id": body_id,
        "reads_register": body_id in request.actor.body_ids,
        "reads_load": bool(found.received) and reads_load(request.actor, body_id),
    }
    return Section(_("Förfrågningar"), TEMPLATE, context)


def _owed(delivery):
    round = delivery.round
    return round.state == RoundState.OPEN and owes(delivery.state, asks=round.kind != RoundKind.MAILING)


def _line(delivery, *, is_owed):
    round = delivery.round
    return {
        "delivery": delivery,
        "round": round,
        "word": kind_of(round),
        "due": delivery.last_day if is_owed else None,
        "state": state_words(delivery.state, asks=round.kind != RoundKind.MAILING),
    }
