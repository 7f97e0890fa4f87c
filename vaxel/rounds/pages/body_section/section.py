"""What a body has been sent and what it owes, on its page in the network. The site registers it there."""

from django.utils.translation import gettext as _

from vaxel.network.pages.body.sections import Section
from vaxel.rounds.queries.inbox import of_body
from vaxel.rounds.words import kind_of, state_words

TEMPLATE = "rounds/pages/body_section/section.html"
SHOWN = 12


def section(request, body_id, day):
    """As far as the reader may see it; nothing at all where there is nothing to see."""
    found = of_body(body_id, request.actor)
    if not (found.sent or found.received):
        return None
    owed = {delivery.pk for delivery in found.owed}
    context = {
        "owed": [_line(delivery, owes=True) for delivery in found.owed],
        "received": [_line(one, owes=False) for one in found.received if one.pk not in owed][:SHOWN],
        "sent": [{"round": round, "kind": kind_of(round).title} for round in found.sent[:SHOWN]],
        "more": max(0, len(found.received) - len(owed) - SHOWN),
        "body_id": body_id,
    }
    return Section(_("Förfrågningar"), TEMPLATE, context)


def _line(delivery, *, owes):
    round = delivery.round
    return {
        "delivery": delivery,
        "round": round,
        "kind": kind_of(round).title,
        "due": delivery.due or round.due if owes else None,
        "state": state_words(delivery.state, asks=round.kind != "mailing"),
    }
