"""Closing is a step of its own, said plainly: what it stops, and that feedback is then owed."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.rounds.commands.rounds import close as close_round
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.pages.round.figures import asks, missing_of
from vaxel.rounds.permissions import RUNS_ROUND
from vaxel.rounds.queries.progress import counts
from vaxel.rounds.words import kind_of


@access(RUNS_ROUND)
def close(request, round):
    found = round_of(round)
    if request.method == "POST":
        close_round(found, by=request.actor)
        messages.success(request, _("Stängd. Nu återstår att berätta vad ni gjorde med svaren."))
        return redirect("round_feed_back", found.pk)
    if found.state != RoundState.OPEN:
        return redirect("round_feed_back" if found.state == RoundState.CLOSED else "round", found.pk)
    context = {
        "round": found,
        "word": kind_of(found),
        "missing": missing_of(found, counts(found)),
        "asks": asks(found),
        "back": reverse("round", args=[found.pk]),
    }
    return render(request, "rounds/pages/close/page.html", context)
