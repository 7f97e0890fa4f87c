"""One's own part in a workbook."""

from django.http import Http404
from django.urls import reverse
from django.views.decorators.http import require_safe

from vaxel.accounts.access import access
from vaxel.rounds.pages.delivery.found import found
from vaxel.rounds.pages.workbook.filling import Desk, choosing, fetched, previewing
from vaxel.rounds.permissions import ACTS_FOR_DELIVERY


@access(ACTS_FOR_DELIVERY)
@require_safe
def fetch(request, round, body):
    return fetched(_desk(request, round, body))


@access(ACTS_FOR_DELIVERY)
def choose(request, round, body):
    return choosing(request, _desk(request, round, body))


@access(ACTS_FOR_DELIVERY)
def preview(request, round, body, workbook):
    return previewing(request, _desk(request, round, body), workbook)


def _desk(request, round, body):
    delivery = found(request)
    if not delivery.round.template_version_id:
        raise Http404
    address = lambda name, *more: reverse(name, args=[round, body, *more])  # noqa: E731
    return Desk(
        round=delivery.round,
        deliveries=[delivery],
        by=lambda: request.actor,
        fetch=address("delivery_workbook_file"),
        choose=address("delivery_workbook"),
        preview=lambda number: address("delivery_workbook_preview", number),
        back=address("delivery"),
    )
