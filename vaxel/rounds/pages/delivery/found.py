from django.shortcuts import get_object_or_404

from vaxel.rounds.models import Delivery

WITH = ("round__owner", "round__frame", "round__template_version__template", "body", "via", "waits_at")


def found(round, body):
    """The delivery of an address, with what every page about it shows."""
    return get_object_or_404(Delivery.objects.select_related(*WITH), round=round, body=body)


def questions_of(delivery):
    from vaxel.rounds.domain.question import Questions
    from vaxel.rounds.domain.template import parse

    version = delivery.round.template_version
    return parse(version.content) if version else Questions()
