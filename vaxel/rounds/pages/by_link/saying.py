"""Nothing to report, or not answering and why: as for those who log in, and signed by whoever says it."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vaxel.rounds.commands import acting_by_link
from vaxel.rounds.models.delivery import idempotency_key
from vaxel.rounds.pages.by_link.look import Addresses
from vaxel.rounds.pages.by_link.opening import by_link
from vaxel.rounds.pages.by_link.page import act, token_in
from vaxel.rounds.pages.by_link.signing import SignedReason, signed

SAY = "rounds/pages/by_link/say.html"


@by_link
@require_http_methods(["GET", "HEAD", "POST"])
def nothing(request, link):
    words = {
        "heading": _("Ni har inget att redovisa."),
        "lead": _("Det räknas som ett svar. Ni blir inte påminda, och avsändaren ser att ni har sett frågorna."),
        "label": _("Skicka: inget att redovisa"),
    }
    form = SignedReason(request.POST or None, label=_("Vill ni säga varför?"), required=False)
    do = lambda said: acting_by_link.nothing_to_report(  # noqa: E731
        link, said["reason"], said["name"], said["title"], **act(request)
    )
    return _say(request, link, form, words, do, _("Skickat: inget att redovisa. Här är kvittensen."))


@by_link
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request, link):
    words = {
        "heading": _("Ni avstår från att svara."),
        "lead": _("Den som avstår räknas inte som att svaret saknas. Ni blir inte påminda."),
        "label": _("Avstå"),
    }
    form = SignedReason(
        request.POST or None,
        label=_("Varför avstår ni?"),
        required=True,
        help_text=_("Avsändaren och länet ser skälet."),
    )
    do = lambda said: acting_by_link.decline(  # noqa: E731
        link, said["reason"], said["name"], said["title"], **act(request)
    )
    return _say(request, link, form, words, do, _("Ni har avstått. Här är kvittensen."))


def _say(request, link, form, words, do, told):
    if request.method == "POST" and (done := signed(request, form, do, lambda _receipt: told)):
        return done
    context = {
        "round": link.delivery.round,
        "form": form,
        "words": words,
        "urls": Addresses(token_in(request)),
        "key": idempotency_key(),
        "trail": [],
    }
    return render(request, SAY, context, status=422 if form.errors else 200)
