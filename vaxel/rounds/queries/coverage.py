"""What a finished compilation covered, and whether anything below has changed since."""

from django.db.models import Max, Q

from vaxel.rounds.domain.keys import covering
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.models import Delivery, NodeCompilation
from vaxel.rounds.queries.part import part_of
from vaxel.rounds.queries.vectors import ranges


def covered_by(compilation: NodeCompilation) -> str:
    """The hash of every standing answer and outcome it speaks of, in frame order; the owner's speaks of the whole."""
    round = compilation.round
    within = part_of(round, None if _is_whole(round, compilation) else compilation.node_id).within
    return covering(said for _position, *said in _standing(round).filter(within).iterator(5000))


def is_stale(compilation: NodeCompilation) -> bool:
    """Finished, and a later change below: the text stands, and says so."""
    return compilation.finished_at is not None and compilation.covered != covered_by(compilation)


def stale_among(round, compilations) -> set[int]:
    """Ids of those finished ones that are stale: one pass over the round's answers, however many."""
    finished = [one for one in compilations if one.finished_at is not None]
    rows = [tuple(said) for _position, *said in _standing(round).iterator(5000)] if finished else []
    return {one.pk for one in finished if one.covered != covering(_part(round, one, rows))}


def _part(round, compilation, rows):
    if _is_whole(round, compilation):
        return rows
    stretches = ranges(round.frame).of(compilation.node_id) or []
    return [said for start, stop in stretches for said in rows[start:stop]]


def _is_whole(round, compilation):
    return compilation.node_id == round.owner_id


def _standing(round):
    """(position, body, outcome, number of the standing answer or 0), one for each place of the frame."""
    number = Max("answers__number", filter=Q(answers__status=AnswerStatus.SUBMITTED), default=0)
    rows = Delivery.objects.outcomes().filter(round=round).annotate(standing=number).order_by("position")
    return rows.values_list("position", "body_id", "said", "standing")
