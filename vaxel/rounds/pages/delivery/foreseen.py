"""What a body's part asks for and most have nothing of: one question tells of all, before each part of the page asks its own."""

from vaxel.calendar.clock import today
from vaxel.network.queries.reaching import orders_chosen
from vaxel.rounds.commands.documents import attached_to
from vaxel.rounds.pages.delivery.joint import joint_over
from vaxel.rounds.queries.earlier import successions
from vaxel.rounds.queries.sections import parts_out


def foreseen(actor, delivery):
    yield joint_over.of(delivery.pk)
    yield attached_to.of(delivery.round_id)
    if delivery.body_id not in actor.body_ids:
        return
    yield orders_chosen.of(today(), (delivery.body_id,))
    yield successions.of(today())
    yield parts_out.of(delivery.pk)
