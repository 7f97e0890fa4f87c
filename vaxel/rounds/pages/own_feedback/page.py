"""One receiver's feedback: what came of it, and the own part beside the county and the nation."""

from django.shortcuts import redirect, render
from django.urls import reverse

from vaxel.accounts.access import access
from vaxel.network.queries.asof import at
from vaxel.rounds.pages.delivery.beside import beside
from vaxel.rounds.pages.found import delivery_of
from vaxel.rounds.pages.round.about import about
from vaxel.rounds.permissions import READS_DELIVERY, may_open_answer
from vaxel.rounds.queries.progress import counts
from vaxel.rounds.words import kind_of


@access(READS_DELIVERY)
def own_feedback(request, round, body):
    delivery = delivery_of(round, body)
    found = delivery.round
    if not found.feedback:
        return redirect("round", found.pk)
    context = {
        "round": found,
        "word": kind_of(found),
        "delivery": delivery,
        "name": at(found.frame.as_of).names([body]).get(body, ""),
        "about": about(found),
        "beside": beside(delivery) if may_open_answer(request.actor, delivery) else None,
        "counted": counts(found),
        "back": reverse("round", args=[found.pk]),
    }
    return render(request, "rounds/pages/own_feedback/page.html", context)
