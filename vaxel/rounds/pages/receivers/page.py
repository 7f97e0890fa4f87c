"""Every receiver one may see by name: what each has said, how long it took, the way to its answer."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import access
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.pages.receivers.form import ReceiverFilter
from vaxel.rounds.pages.round.figures import asks
from vaxel.rounds.pages.round.place import place_of
from vaxel.rounds.permissions import READS_ROUND, is_sender
from vaxel.rounds.queries.joint import jointly
from vaxel.rounds.queries.progress import durations
from vaxel.rounds.queries.receivers import described, receivers, slowest_first
from vaxel.rounds.words import state_words
from vaxel.ui.paging import page_of


@access(READS_ROUND)
def receivers_page(request, round):
    found = round_of(round)
    place = place_of(request, found)
    form = ReceiverFilter(request.GET)
    choice, by_time = form.chosen()
    rows = receivers(found, request.actor, place.node_id, choice)
    page = page_of(request, slowest_first(rows) if by_time else rows)
    asked, joint = asks(found), jointly(found)
    context = {
        "round": found,
        "place": place,
        "form": form,
        "page": page,
        "lines": [_line(one, asked, one.body_id in joint) for one in described(page.object_list, found)],
        "heading": _heading(page.paginator.count),
        "lead": _lead(durations(found, place.node_id)) if asked else "",
        "back": reverse("round", args=[found.pk]) + place.query,
        "is_sender": is_sender(request.actor, found),
        "asks": asked,
    }
    return render(request, "rounds/pages/receivers/page.html", context)


def _line(one, asked, joint):
    return {"one": one, "state": state_words(one.delivery.state, asks=asked, joint=joint), "days": one.days}


def _heading(number):
    if not number:
        return _("Ingen mottagare att visa.")
    return ngettext("%(n)s mottagare, en rad.", "%(n)s mottagare, en rad var.", number) % {"n": number}


def _lead(took):
    if took.median_days is None:
        return _("Ingen har svarat än.")
    words = ngettext(
        "Hälften svarade inom %(median)s dag; den snabbaste tog %(least)s, den längsta %(most)s, räknat från utskicket.",
        "Hälften svarade inom %(median)s dagar; den snabbaste tog %(least)s, den längsta %(most)s, räknat från utskicket.",
        _days(took.median_days),
    )
    return words % {
        "median": _days(took.median_days),
        "least": _days(took.shortest_days),
        "most": _days(took.longest_days),
    }


def _days(number):
    return max(1, int(number + 0.5))
