"""What an address names, if the key may see it: the same conditions on rows as the pages ask."""

from django.http import Http404

from vaxel.rounds.models import Delivery, FrameRange, Round, Template
from vaxel.rounds.permissions import reads_as_sender, reads_template
from vaxel.rounds.queries.few import home_of, refuse_held_back

ROUND = ("owner", "frame", "template_version__template")


def round_seen(request, pk) -> Round:
    found = Round.objects.visible_to(request.actor).select_related(*ROUND).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def sent_round(request, pk) -> Round:
    """One that has been sent: only then are there parts to count."""
    found = round_seen(request, pk)
    if found.frame_id is None:
        raise Http404
    return found


def delivery_seen(request, round, body) -> Delivery:
    rows = Delivery.objects.visible_to(request.actor).filter(round=round, body=body)
    found = rows.select_related("round__frame", "round__owner", "round__template_version", "body").first()
    if found is None:
        raise Http404
    return found


def template_seen(request, pk) -> Template:
    found = Template.objects.filter(pk=pk).first()
    if found is None or not reads_template(request.actor, found):
        raise Http404
    return found


def node_seen(request, round, node):
    """A level's part is open to readers of the round, but for one whose counts would tell who."""
    if node is None:
        return None
    if not FrameRange.objects.filter(frame=round.frame_id, node=node).exists():
        raise Http404
    if not (reads_as_sender(request.actor, round) or node in home_of(request.actor)):
        refuse_held_back(round, node)
    return node
