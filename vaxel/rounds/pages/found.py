"""The round an address names; who may see it is decided before."""

from django.shortcuts import get_object_or_404

from vaxel.accounts.access import Rule
from vaxel.rounds.models import Delivery, Round
from vaxel.rounds.permissions import COMPILES, RUNS_ROUND, node_asked


def _runs_part(request, round, **_parts):
    node = node_asked(request) or request.actor.body_id
    return RUNS_ROUND.allows(request, round=round) or COMPILES.allows(request, round=round, node=node)


# Whoever runs the whole, or a level within its own part (`nod` in address or form, else the level one acts for).
RUNS_PART = Rule("runs_part", _runs_part)


def round_of(number) -> Round:
    return get_object_or_404(Round.objects.select_related("owner", "frame", "template_version__template"), pk=number)


def delivery_of(number, body) -> Delivery:
    rows = Delivery.objects.select_related("round__frame", "round__owner", "round__template_version", "body")
    return get_object_or_404(rows, round=number, body=body)
