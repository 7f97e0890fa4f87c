"""One workbook for several: a county fills in for its bodies, a principal for its units. Drafts are made ready, none is sent."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaxel.accounts.access import access
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import Delivery, FilledWorkbook
from vaxel.rounds.pages.workbook.filling import Desk, choosing, fetched, previewing
from vaxel.rounds.permissions import RELAYS, SHOWN_WITH, fills, registered_below
from vaxel.ui.refusal import Refusal

MOST = 320  # columns that can still be read; every municipality of the nation has room
OWED = (Outcome.SENT, Outcome.RECEIVED)


@access(RELAYS)
@require_safe
def fetch(request, round):
    return fetched(_desk(request, round, _owed(request, round)))


@access(RELAYS)
def choose(request, round):
    return choosing(request, _desk(request, round, _owed(request, round)))


@access(RELAYS)
def preview(request, round, workbook):
    """Of the bodies it was taken in for, also where one of them has answered since: that is said."""
    taken = get_object_or_404(FilledWorkbook, pk=workbook, round=round)
    return previewing(request, _desk(request, round, _of(request, round, taken.bodies)), workbook)


def unanswered_below(round_id, node_id):
    """Those one registers for, that have it and have not answered; in the round's own order."""
    below = registered_below(node_id).values("descendant")
    rows = Delivery.objects.outcomes().filter(round=round_id, body__in=below, waits_at=None, said__in=OWED)
    return rows.select_related(*SHOWN_WITH).order_by("position")


def _owed(request, round):
    deliveries = list(unanswered_below(round, request.actor.body_id)[: MOST + 1])
    if not deliveries or not deliveries[0].round.template_version_id:
        raise Http404
    if len(deliveries) > MOST:
        raise Refusal(_("Så många får inte plats i en arbetsbok. Låt varje huvudman fylla i för sina."))
    return deliveries


def _of(request, round, bodies):
    rows = Delivery.objects.filter(round=round, body__in=bodies).select_related(*SHOWN_WITH).order_by("position")
    deliveries = list(rows)
    if not deliveries or len(fills(request.actor, deliveries)) < len(deliveries):
        raise Http404
    return deliveries


def _desk(request, round, deliveries):
    address = lambda name, *more: reverse(name, args=[round, *more])  # noqa: E731
    return Desk(
        round=deliveries[0].round,
        deliveries=deliveries,
        by=lambda: request.actor,
        fetch=address("round_workbook_file"),
        choose=address("round_workbook"),
        preview=lambda number: address("round_workbook_preview", number),
        back=address("round"),
        several=True,
    )
