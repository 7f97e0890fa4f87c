"""One body's part of a round: read, answer, decide and send; afterwards the receipt and how the answer stands."""

from django.shortcuts import render

from vaxel.accounts.access import access
from vaxel.composed import foresee, one_moment
from vaxel.rounds.pages.delivery.foreseen import foreseen
from vaxel.rounds.pages.delivery.found import found
from vaxel.rounds.pages.delivery.look import look
from vaxel.rounds.permissions import READS_DELIVERY

PAGE = "rounds/pages/delivery/page.html"


@access(READS_DELIVERY)
def delivery_page(request, round, body):
    delivery = found(request)
    with one_moment():
        foresee(*foreseen(request.actor, delivery))
        return render(request, PAGE, look(request, delivery, change="andra" in request.GET))
