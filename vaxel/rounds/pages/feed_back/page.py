"""What was done with the answers: written beside the compilation, read once as the receivers will, then sent."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.rounds.commands.rounds import feed_back as send_feedback
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.pages.compilation.figures import drawn, headed
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.permissions import RUNS_ROUND
from vaxel.rounds.queries.compile import compiled
from vaxel.rounds.queries.progress import counts
from vaxel.rounds.words import kind_of
from vaxel.ui.refusal import Refusal


@access(RUNS_ROUND)
def feed_back(request, round):
    found = round_of(round)
    if found.state == RoundState.OPEN:
        return redirect("round_close", found.pk)
    if found.state != RoundState.CLOSED:
        return redirect("round", found.pk)
    written, refusal = request.POST.get("text", "")[:40_000], None
    if request.method == "POST" and request.POST.get("act") == "send":
        try:
            send_feedback(found, written, by=request.actor)
        except Refusal as no:
            refusal = no
        else:
            messages.success(request, _("Återkopplat. Avsändare och alla mottagare får ett mejl om en stund."))
            return redirect("round", found.pk)
    whole = compiled(found, actor=request.actor)
    context = {
        "round": found,
        "word": kind_of(found),
        "written": written,
        "refusal": refusal,
        "preview": request.method == "POST" and bool(written.strip()) and refusal is None,
        "counted": counts(found),
        "sections": [(headed(section), [drawn(one) for one in section.questions]) for section in whole.sections],
        "back": reverse("round", args=[found.pk]),
    }
    return render(request, "rounds/pages/feed_back/page.html", context, status=refusal.status if refusal else 200)
