from django.shortcuts import get_object_or_404

from vaxel.rounds.models import Delivery
from vaxel.rounds.queries.asked import questions_for

WITH = ("round__owner", "round__frame", "round__template_version__template", "body", "via", "waits_at")


def found(round, body):
    """The delivery of an address, with what every page about it shows."""
    return get_object_or_404(Delivery.objects.select_related(*WITH), round=round, body=body)


def questions_of(delivery):
    return questions_for(delivery)
