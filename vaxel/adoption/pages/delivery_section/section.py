"""Beside the receipt of what spreads something: how far the body has come. Offered, never asked for."""

from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import ThingRound
from vaxel.adoption.models.ledger import form_key
from vaxel.adoption.pages.register.form import StageForm
from vaxel.adoption.permissions import registers
from vaxel.adoption.queries.own import own_thing
from vaxel.adoption.words import does
from vaxel.calendar.clock import today
from vaxel.rounds.domain.state import Outcome, outcome
from vaxel.rounds.pages.round.sections import Section

BEFORE = (Outcome.NOT_ASKED, Outcome.SENT)


def section(request, delivery) -> Section | None:
    """Once the body has confirmed, and for whoever may register there."""
    if outcome(delivery.state) in BEFORE or not registers(request.actor, delivery.body_id):
        return None
    link = ThingRound.objects.select_related("thing").filter(round=delivery.round_id).first()
    if link is None:
        return None
    mine = own_thing(link.thing, delivery.body_id)
    said = mine.stage != AdoptionStage.NONE
    context = {
        "thing": link.thing,
        "body_id": delivery.body_id,
        "does": does(mine.stage) if said else "",
        "since": mine.since,
        "form": None if said else StageForm(initial={"happened_on": today(), "key": form_key()}),
        "onward": request.get_full_path(),
    }
    return Section("adoption/pages/delivery_section/section.html", context)
