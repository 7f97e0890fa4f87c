"""What an address names; who may see it is decided before."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.funding.models import Agreement, Decision
from vaxel.network.models import Body
from vaxel.network.queries.asof import at


def decided_agreement(number) -> Agreement:
    """With its decision; what is not decided has nothing to requisition."""
    found = get_object_or_404(Agreement.objects.select_related("decision", "payer", "owner"), pk=number)
    if not Decision.objects.filter(agreement=found).exists():
        raise Http404(_("Överenskommelsen är inte beslutad än."))
    return found


def body_of(number) -> Body:
    """With the name of today."""
    body = get_object_or_404(Body, pk=number)
    body.name = at(today()).names([body]).get(body.pk, "")
    return body
