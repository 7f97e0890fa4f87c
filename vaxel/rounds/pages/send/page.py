"""The last page before anything leaves: how many and who, when, and what is lacking."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.rounds.commands.send import SECOND_PERSON_ABOVE
from vaxel.rounds.commands.send import send as send_round
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.pages.new_round.audience import reach_of
from vaxel.rounds.pages.round.about import about
from vaxel.rounds.permissions import SENDS_ROUND
from vaxel.rounds.words import kind_of, work
from vaxel.ui.refusal import Refusal
from vaxel.ui.templatetags.numbers import count

PAGE = "rounds/pages/send/page.html"


@access(SENDS_ROUND)
def send(request, round):
    found = round_of(round)
    if found.state != RoundState.DRAFT:
        return redirect("round", found.pk)
    if request.method != "POST":
        return render(request, PAGE, _context(request, found))
    try:
        outcome = send_round(found, by=request.actor, received_at=request.received_at)
    except Refusal as no:
        return render(request, PAGE, _context(request, found, no), status=no.status)
    messages.success(request, _said(outcome))
    return redirect("round" if outcome.sent else "round_send", found.pk)


def _said(outcome):
    if outcome.sent:
        return _("Skickat. Mejlen går om tio minuter; fram till dess kan ni ångra.")
    return _("Ingenting har gått i väg än: en till av er behöver bekräfta. Be en kollega öppna utkastet.")


def _context(request, found, refusal=None):
    reached = reach_of(found.audience, found.due)
    asked = found.asked_to_confirm_by
    return {
        "round": found,
        "word": kind_of(found),
        "reach": reached,
        "about": about(found),
        "lacking": lacking(found, reached),
        "thin": thin(found),
        "asks": found.kind != RoundKind.MAILING,
        "total_time": work(found.minutes * reached.count) if found.minutes and reached.count else "",
        "refusal": refusal,
        "heading": _heading(found, reached),
        "needs_second": reached.count > SECOND_PERSON_ABOVE,
        "asked_by_me": asked is not None and asked == request.actor.person_id,
        "asked_by_other": asked is not None and asked != request.actor.person_id,
    }


def _heading(found, reached):
    words = ngettext("%(n)s mottagare får %(the)s.", "%(n)s mottagare får %(the)s.", reached.count)
    return words % {"n": count(reached.count), "the": kind_of(found).the}


def thin(found):
    """(sentence, address of the field): what may be left out, and those who are asked would want to know."""
    if found.kind == RoundKind.MAILING:
        return []
    edit = reverse("round_edit", args=[found.pk])
    rules = (
        (
            not found.minutes,
            _("Ni har inte angett hur lång tid svaret tar. Mottagarna kan inte planera för det."),
            "#f-minutes",
        ),
        (
            not found.legal_basis.strip(),
            _("Ingen lag eller överenskommelse är angiven. Mottagarna ser att det är frivilligt att svara."),
            "#f-legal_basis",
        ),
        (
            not found.consulted.strip(),
            _(
                "Ingen är angiven som hörd om frågorna. En statlig myndighet ska samråda innan den hämtar in uppgifter "
                "från kommuner och regioner (1982:668)."
            ),
            "#f-consulted",
        ),
    )
    return [(sentence, edit + anchor) for is_thin, sentence, anchor in rules if is_thin]


def lacking(found, reached):
    """(sentence, address of the field that mends it): what sending would refuse, said before."""
    edit = reverse("round_edit", args=[found.pk])
    asks = found.kind != RoundKind.MAILING
    rules = (
        (not found.title.strip(), _("Rubriken saknas."), "#f-title"),
        (not found.text.strip(), _("Texten till mottagarna saknas."), "#f-text"),
        (
            asks and not found.template_version_id,
            _("Frågorna är inte valda. Bara ett utskick kan sändas utan."),
            "#f-template_version",
        ),
        (asks and not found.due, _("Sista svarsdagen är inte vald."), "#f-due"),
        (bool(found.due and found.due < today()), _("Sista svarsdagen har redan varit."), "#f-due"),
        (not reached.count, _("Urvalet når ingen mottagare."), "#f-levels"),
    )
    return [(sentence, edit + anchor) for is_lacking, sentence, anchor in rules if is_lacking]
