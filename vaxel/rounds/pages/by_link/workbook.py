"""The part in a workbook, by a link."""

from django.http import Http404
from django.urls import reverse
from django.views.decorators.http import require_safe

from vaxel.rounds.commands.acting_by_link import writing_by
from vaxel.rounds.link_actor import LinkActor
from vaxel.rounds.pages.by_link.opening import by_link
from vaxel.rounds.pages.by_link.page import token_in
from vaxel.rounds.pages.workbook.filling import Desk, choosing, fetched, previewing


@by_link
@require_safe
def fetch(request, link):
    return fetched(_desk(request, link))


@by_link
def choose(request, link):
    return choosing(request, _desk(request, link))


@by_link
def preview(request, link, workbook):
    return previewing(request, _desk(request, link), workbook)


def _desk(request, link):
    if not link.delivery.round.template_version_id:
        raise Http404
    address = lambda name, *more: reverse(name, args=[token_in(request), *more])  # noqa: E731
    return Desk(
        round=link.delivery.round,
        deliveries=[link.delivery],
        by=lambda: writing_by(link) if request.method == "POST" else LinkActor(link=link),
        fetch=address("link_workbook_file"),
        choose=address("link_workbook"),
        preview=lambda number: address("link_workbook_preview", number),
        back=address("link_answer"),
        link=link,
    )
