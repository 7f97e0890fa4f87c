"""A correction reaches everybody, also those who have already answered."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.rounds.commands.talk import correct as send_correction
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.permissions import RUNS_ROUND
from vaxel.rounds.queries.progress import counts
from vaxel.ui.refusal import Refusal


@access(RUNS_ROUND)
def correct(request, round):
    found = round_of(round)
    written, refusal = request.POST.get("text", "")[:8000], None
    if request.method == "POST" and request.POST.get("act") == "send":
        try:
            send_correction(found, written, by=request.actor)
        except Refusal as no:
            refusal = no
        else:
            messages.success(request, _("Rättelsen är skickad till alla mottagare."))
            return redirect(reverse("round", args=[found.pk]) + "#fragor")
    context = {
        "round": found,
        "written": written,
        "refusal": refusal,
        "preview": request.method == "POST" and bool(written.strip()) and not refusal,
        "counted": counts(found),
        "back": reverse("round", args=[found.pk]),
    }
    return render(request, "rounds/pages/correct/page.html", context, status=refusal.status if refusal else 200)
