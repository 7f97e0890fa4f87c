"""What programs are told of rounds: ids alone, and only of what the mandate could open by itself."""

from vaxel.calendar import clock
from vaxel.network.queries.actors import actor_of_mandate
from vaxel.notices.webhooks.registry import listen
from vaxel.rounds.models import Delivery, Round

OF_ROUNDS = {
    "rounds.send": "round.sent",
    "rounds.recall": "round.recalled",
    "rounds.prolong": "round.prolonged",
    "rounds.correct": "round.corrected",
    "rounds.close": "round.closed",
    "rounds.feed_back": "round.fed_back",
}
OF_DELIVERIES = {
    "rounds.received": "delivery.received",
    "rounds.relayed": "delivery.relayed",
    "rounds.answered": "delivery.answered",
    "rounds.nothing_to_report": "delivery.nothing_to_report",
    "rounds.declined": "delivery.declined",
    "rounds.approved": "delivery.approved",
    "rounds.withdrawn": "delivery.withdrawn",
    "rounds.completion_requested": "delivery.completion_requested",
}


def speak():
    for action, name in OF_ROUNDS.items():
        listen(action, name, _of_round)
    for action, name in OF_DELIVERIES.items():
        listen(action, name, _of_delivery)


def _of_round(mandate_id, entry):
    seen = _seen(Round, mandate_id).filter(pk=entry.object_id).exists()
    return {"round": int(entry.object_id)} if seen else None


def _of_delivery(mandate_id, entry):
    found = _seen(Delivery, mandate_id).filter(pk=entry.object_id).first()
    return {"round": found.round_id, "body": found.body_id} if found else None


def _seen(model, mandate_id):
    """By today's mandate; an ended one hears of nothing, not even what is public."""
    actor = actor_of_mandate(mandate_id, day=clock.today())
    return model.objects.visible_to(actor) if actor.current else model.objects.none()
