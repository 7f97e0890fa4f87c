"""The links by which this part may be answered without an account: to whom, when, used when; taken back, sent anew."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.queries.asof import at
from vaxel.rounds.by_link import WITH, last_day_of, state_now
from vaxel.rounds.commands.links import revoke_link, send_link
from vaxel.rounds.domain.links import LinkState
from vaxel.rounds.pages.delivery.found import found
from vaxel.rounds.permissions import MANAGES_LINKS
from vaxel.rounds.queries.link_targets import targets_of
from vaxel.rounds.queries.story import sent_to

PAGE = "rounds/pages/links/page.html"


@dataclass(frozen=True)
class Line:
    link: object
    to: str
    state: str
    last_day: object
    live: bool


@access(MANAGES_LINKS)
def links(request, round, body):
    delivery = found(request)
    if request.method == "POST":
        _do(request, delivery)
        return redirect("delivery_links", round, body)
    lines = [_line(link) for link in delivery.links.select_related(*WITH).order_by("-created_at", "-id")]
    context = {
        "delivery": delivery,
        "round": delivery.round,
        "body_name": at(today()).names([delivery.body_id]).get(delivery.body_id, ""),
        "lines": lines,
        "live": sum(line.live for line in lines),
        "targets": [
            (target.key, _to(target)) for target in targets_of([delivery.body_id], today()).get(delivery.body_id, [])
        ],
    }
    return render(request, PAGE, context)


def _do(request, delivery):
    if target := request.POST.get("send"):
        send_link(delivery, target, by=request.actor)
        messages.success(request, _("Länken är skickad. De tidigare till samma adress gäller inte längre."))
        return
    wanted = request.POST.get("revoke", "")
    link = (
        delivery.links.filter(pk=wanted).first() if wanted.isascii() and wanted.isdigit() and len(wanted) < 19 else None
    )
    if link is None:
        raise Http404
    revoke_link(link, by=request.actor)
    messages.success(request, _("Länken är återkallad. Det som redan har gjorts med den gäller."))


STATES = {
    LinkState.LIVE: lambda: _("gäller"),
    LinkState.REVOKED: lambda: _("återkallad"),
    LinkState.EXPIRED: lambda: _("har gått ut"),
    LinkState.CLOSED: lambda: _("stängd"),
}


def _line(link):
    state = state_now(link)
    return Line(link, sent_to(link), STATES[state](), last_day_of(link), state == LinkState.LIVE)


def _to(target):
    if target.mailbox_id:
        return _("funktionsbrevlådan %(address)s") % {"address": target.address}
    return target.address
