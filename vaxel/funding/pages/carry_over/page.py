"""What is left of a year's money is carried to the next: the closing and the opening, as two entries."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.funding.commands.money import carry_over
from vaxel.funding.models.ledger import form_key
from vaxel.funding.pages.found_money import body_of, pocket_of
from vaxel.funding.permissions import OWN_MONEY
from vaxel.funding.queries.own_money import own_money


@access(OWN_MONEY)
def carry_over_page(request, body, stream, year):
    found = body_of(body)
    pocket = pocket_of(found, stream, year)
    if request.method == "POST":
        carry_over(found, pocket, year, by=request.actor, key=request.POST.get("key", "")[:64])
        messages.success(request, _("Medlen är förda till nästa år."))
        return redirect("own_money", found.pk)
    left = next((one.standing.free for one in own_money(found.pk, today()) if (one.stream, one.year) == (pocket, year)), 0)  # fmt: skip
    context = {
        "body": found, "stream": pocket, "year": year, "next": year + 1, "left": left,
        "hidden": [{"name": "key", "value": form_key()}],
    }  # fmt: skip
    return render(request, "funding/pages/carry_over/page.html", context)
