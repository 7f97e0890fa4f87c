"""What a round's page asks for and most rounds have nothing of: one question tells of all, before the parts ask their own."""

from vaxel.rounds.commands.documents import attached_to
from vaxel.rounds.pages.round.about import number_also_reached
from vaxel.rounds.pages.round.place import delivery_of
from vaxel.rounds.pages.round.reminded import any_reminded
from vaxel.rounds.pages.round.sections import foreseen as of_sections
from vaxel.rounds.queries.joint import joint_answers
from vaxel.rounds.queries.progress import compilations_finished
from vaxel.rounds.queries.talk import corrections, enquiries_to

BESIDE = (attached_to, number_also_reached, any_reminded, corrections, joint_answers, compilations_finished)


def foreseen(actor, round):
    for question in BESIDE:
        yield question.of(round.pk)
    yield enquiries_to.of(round.pk, actor.body_ids)
    if actor.current:
        yield delivery_of.of(round.pk, actor.body_id)
    yield from of_sections(round)
