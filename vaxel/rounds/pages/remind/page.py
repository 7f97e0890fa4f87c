"""Reminding those who have not answered: who they are and how they are reached, then one click."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.queries.asof import at
from vaxel.network.wording import TURNS
from vaxel.rounds.commands.remind import remind as remind_missing
from vaxel.rounds.pages.found import RUNS_PART, round_of
from vaxel.rounds.pages.round.place import place_of
from vaxel.rounds.permissions import is_sender, names_of_missing_visible
from vaxel.rounds.queries.owing import ANSWER, COMPLETION, PASS_ON, owing
from vaxel.rounds.queries.receivers import vacancies
from vaxel.rounds.queries.reminded import next_turns
from vaxel.rounds.words import kind_of
from vaxel.ui.templatetags.numbers import in_words_capital

WHAT = {
    ANSWER: "",
    COMPLETION: gettext_lazy("ska komplettera sitt svar"),
    PASS_ON: gettext_lazy("har inte skickat vidare än"),
}
SHOWN = 300


@access(RUNS_PART)
def remind(request, round):
    found = round_of(round)
    place = place_of(request, found)
    back = reverse("round", args=[found.pk]) + place.query
    if request.method == "POST":
        done = remind_missing(found, by=request.actor, node_id=place.node_id)
        for level, sentence in said(done):
            messages.add_message(request, level, sentence)
        return redirect(back)
    owed = _owed(request.actor, found, place)
    lines = _lines(found, owed[:SHOWN])
    context = {
        "round": found,
        "word": kind_of(found),
        "place": place,
        "back": back,
        "lines": lines,
        "number": len(owed),
        "heading": _heading(len(owed)),
    }
    return render(request, "rounds/pages/remind/page.html", context)


def _owed(actor, found, place):
    """Those who owe something and whose names the reader may see."""
    if not (is_sender(actor, found) or names_of_missing_visible(actor, found, place.node_id)):
        return []
    return owing(found, place.node_id)


def _heading(number):
    if not number:
        return _("Ingen att påminna: alla har hört av sig.")
    words = ngettext("%(n)s påminns, ingen annan.", "%(n)s påminns, inga andra.", number)
    return words % {"n": in_words_capital(number)}


def _lines(found, owed):
    """Where it waits to be passed on, the coordinating body is reminded instead, once for all that wait there."""
    turns = next_turns(found, owed, today())
    names, vacant = at(today()).names({one.body_id for one in owed}), vacancies({one.body_id for one in owed})
    return [
        {
            "one": one,
            "name": names.get(one.owed.body_id, ""),
            "what": WHAT[one.owed.kind],
            "how": TURNS[one.turn] if one.turn else _("ingen adress finns"),
            "vacant": one.owed.body_id in vacant,
        }
        for one in turns
    ]


def said(done):
    """Sentences for what was done, what could not be done, and what was left alone."""
    if done.count:
        words = ngettext("%(n)s påmindes.", "%(n)s påmindes.", done.count)
        yield messages.SUCCESS, words % {"n": in_words_capital(done.count)}
    if done.already_today:
        words = ngettext(
            "%(n)s hade redan påmints i dag och fick inget nytt mejl.",
            "%(n)s hade redan påmints i dag och fick inget nytt mejl.",
            done.already_today,
        )
        yield messages.INFO, words % {"n": in_words_capital(done.already_today)}
    if done.unreachable:
        names = ", ".join(sorted(at(today()).names(done.unreachable).values()))
        yield (
            messages.WARNING,
            _("Ingen adress finns till %(names)s. Lägg till en kontakt eller funktionsbrevlåda.") % {"names": names},
        )
