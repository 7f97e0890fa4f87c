"""What became of what one said, by the secret link alone: read, and the address taken away."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import PUBLIC, access
from vaxel.network.actor import NOBODY
from vaxel.signals.commands.authoring import disagree_by_link, forget_address
from vaxel.signals.links import follow_link, signal_of
from vaxel.signals.models import PublicContact
from vaxel.signals.pages.saying import promise, sentence
from vaxel.signals.pages.signal.page import step_shown
from vaxel.signals.pages.signal.stops import stops
from vaxel.signals.queries.story import story
from vaxel.signals.words import kind_name


@access(PUBLIC)
def said(request, secret):
    found = signal_of(secret)
    if request.method == "POST":
        messages.success(request, _done(request, found))
        return redirect("said", secret)
    told = story(found, NOBODY)
    context = {
        "signal": found,
        "line": told.line,
        "kind": kind_name(found.kind),
        "heading": sentence(told.line),
        "promise": promise(told.line),
        "stops": stops(told),
        "answer": told.answer,
        "steps": [step_shown(one) for one in told.trail],
        "link": follow_link(found),
        "has_address": PublicContact.objects.filter(signal=found).exists(),
    }
    response = render(request, "signals/pages/follow/page.html", context)
    response["Referrer-Policy"] = "no-referrer"  # the address is the secret
    response["X-Robots-Tag"] = "noindex"
    return response


def _done(request, found):
    if request.POST.get("act") == "nej":
        disagree_by_link(found, received_at=request.received_at)
        return _("Det du skrev visas inte för alla.")
    forget_address(found)
    return _("Din e-postadress är borttagen. Sidan finns kvar på den här länken.")
