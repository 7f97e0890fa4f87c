"""What a finished compilation covered, and whether anything below has changed since."""

from django.db.models import Max, Q

from vaxel.rounds.domain.keys import covering
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.models import Delivery, NodeCompilation
from vaxel.rounds.queries.part import part_of


def covered(round, node_id=None) -> str:
    """The hash of every standing answer and outcome at or below the node, in frame order."""
    standing = Max("answers__number", filter=Q(answers__status=AnswerStatus.SUBMITTED))
    rows = Delivery.objects.outcomes().filter(part_of(round, node_id).within, round=round).annotate(standing=standing)
    return covering((body, said, number or 0) for body, said, number in _rows(rows))


def _rows(rows):
    return rows.order_by("position").values_list("body_id", "said", "standing").iterator(5000)


def is_stale(compilation: NodeCompilation) -> bool:
    """Finished, and a later change below: the text stands, and says so."""
    if compilation.finished_at is None:
        return False
    round = compilation.round
    node = None if compilation.node_id == round.owner_id else compilation.node_id
    return compilation.covered != covered(round, node)
