"""The first page: for a person with a mandate what waits; for anyone what Växel is and what is going on."""

from django.shortcuts import render

from vaxel.accounts import example_logins
from vaxel.accounts.access import PUBLIC, access
from vaxel.accounts.once_for_all import once_for_all
from vaxel.calendar.clock import today
from vaxel.composed import one_moment
from vaxel.rounds.pages.burden.page import burden_sentence
from vaxel.site.example.world import is_example
from vaxel.site.pages.start.anyone import decided, levels, public_rounds
from vaxel.site.pages.start.person import first_minute, greeting


@access(PUBLIC)
@once_for_all
def start(request):
    if request.actor.current:
        with one_moment():
            context = {"my": first_minute(request.actor), "greeting": greeting(), "day": today()}
            return render(request, "site/pages/start/person.html", context)
    now, came_of_it = public_rounds()
    context = {
        "levels": levels(),
        "now": now,
        "decided": decided(),
        "came_of_it": came_of_it,
        "burden": burden_sentence(),
        "example": is_example(),
        "people": example_logins.offer(),
        "no_mandate": request.user.is_authenticated,
    }
    return render(request, "site/pages/start/anyone.html", context)
