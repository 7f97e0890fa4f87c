"""Reminding those who have not answered: who they are and how they are reached, then one click."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.network.queries.asof import at
from vaxel.rounds.commands.remind import remind as remind_missing
from vaxel.rounds.pages.found import RUNS_PART, round_of
from vaxel.rounds.pages.round.figures import asks
from vaxel.rounds.pages.round.place import place_of
from vaxel.rounds.queries.reach import Reached, reach
from vaxel.rounds.queries.receivers import MISSING, described, missing_at_mailing, receivers
from vaxel.rounds.words import kind_of
from vaxel.ui.templatetags.numbers import in_words_capital

HOW = {
    Reached.CONTACT: gettext_lazy("kontaktpersonen"),
    Reached.DEPUTY: gettext_lazy("ersättaren"),
    Reached.MAILBOX: gettext_lazy("funktionsbrevlådan"),
    Reached.COORDINATOR: gettext_lazy("länets samordnare"),
    Reached.NOBODY: gettext_lazy("ingen adress finns"),
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
    missing = _missing(request.actor, found, place)
    lines = _lines(found, missing[:SHOWN])
    context = {
        "round": found,
        "word": kind_of(found),
        "place": place,
        "back": back,
        "lines": lines,
        "number": missing.count(),
        "heading": _heading(missing.count()),
    }
    return render(request, "rounds/pages/remind/page.html", context)


def _missing(actor, found, place):
    if asks(found):
        return receivers(found, actor, place.node_id, MISSING)
    return missing_at_mailing(found, actor, place.node_id)


def _heading(number):
    if not number:
        return _("Ingen att påminna: alla har hört av sig.")
    words = ngettext("%(n)s påminns, ingen annan.", "%(n)s påminns, inga andra.", number)
    return words % {"n": in_words_capital(number)}


def _lines(found, missing):
    """Where it waits to be passed on, the coordinating body is reminded instead."""
    told = described(missing, found)
    reached = reach([one.delivery.waits_at_id or one.body_id for one in told], today())
    waits = at(today()).names({one.delivery.waits_at_id for one in told} - {None})
    for one in told:
        waits_at = one.delivery.waits_at_id
        yield {
            "one": one,
            "how": HOW[reached[waits_at or one.body_id].how],
            "waits_at": waits.get(waits_at, ""),
            "today": one.reminded_at is not None and swedish_day(one.reminded_at) == today(),
        }


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
