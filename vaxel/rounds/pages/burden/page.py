"""The nation's total burden, for anyone: what everybody has been asked this year, in rounds and in hours."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel import files
from vaxel.accounts.access import PUBLIC, access
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.burden import sums
from vaxel.rounds.pages.year import year_of
from vaxel.rounds.queries.total_burden import asked_rounds, year_burden, years
from vaxel.rounds.words import LEVELS, bodies, capital, work
from vaxel.ui.templatetags.numbers import count, in_words, number

PAGE = "rounds/pages/burden/page.html"


@access(PUBLIC)
def total_burden(request):
    rounds = asked_rounds()
    known = years(rounds)
    found = year_burden(rounds, year_of(request, known))
    context = {
        "year": found.year,
        "heading": _heading(found),
        "silent": found.whole.silent,
        "kinds": _kinds(found),
        "senders": _senders(found),
        "years": _years(rounds, known, found.year),
    }
    return render(request, PAGE, context)


def burden_sentence() -> str:
    """This year's, for the front page; empty before anything has been asked."""
    rounds = asked_rounds()
    return _heading(year_burden(rounds, today().year)) if rounds else ""


@access(PUBLIC)
def burden_file(request):
    """Every year, a line for each level of sender and kind of receiver."""
    header = [
        _("År"),
        _("Avsändarens nivå"),
        _("Mottagare"),
        _("Förfrågningar"),
        _("Mottagna, alla tillsammans"),
        _("Beräknade minuter, alla tillsammans"),
        _("Förfrågningar utan beräknad tid"),
    ]
    rows = [
        [year, str(LEVELS[level]), capital(bodies(kind, 2)), one.rounds, one.parts, one.minutes, one.silent]
        for (year, level, kind), one in sorted(sums(asked_rounds()).items())
    ]
    return files.spreadsheet_response("csv", _("belastning"), header, rows)


def _heading(found):
    """The municipalities are the most, and asked the most: theirs is the figure people know."""
    line = found.of(Kind.MUNICIPALITY)
    ongoing = found.year == today().year
    if line is None:
        return (
            _("Kommunerna har inte fått någon förfrågan i år.") if ongoing else _("Kommunerna fick inga förfrågningar.")
        )
    words = {"n": in_words(line.sum.rounds), "time": work(line.minutes_each), "year": found.year}
    if ongoing:
        some = ngettext(
            "Kommunerna har hittills i år fått %(n)s förfrågan, i snitt %(time)s per kommun.",
            "Kommunerna har hittills i år fått %(n)s förfrågningar, i snitt %(time)s per kommun.",
            line.sum.rounds,
        )
    else:
        some = ngettext(
            "Kommunerna fick %(n)s förfrågan %(year)s, i snitt %(time)s per kommun.",
            "Kommunerna fick %(n)s förfrågningar %(year)s, i snitt %(time)s per kommun.",
            line.sum.rounds,
        )
    return some % words


def _kinds(found):
    head = [
        {"label": _("Mottagare")},
        {"label": _("Finns"), "num": True},
        {"label": _("Förfrågningar"), "num": True},
        {"label": _("I snitt per mottagare"), "num": True},
        {"label": _("Tid i allt"), "num": True},
        {"label": _("Tid per mottagare"), "num": True},
    ]
    rows = [
        [
            capital(bodies(line.kind, 2)),
            count(line.bodies),
            count(line.sum.rounds),
            number(line.parts_each),
            work(line.sum.minutes),
            work(line.minutes_each),
        ]
        for line in found.kinds
    ]
    return {"head": head, "rows": rows}


def _senders(found):
    head = [
        {"label": _("Avsändarens nivå")},
        {"label": _("Förfrågningar"), "num": True},
        {"label": _("Mottagna, alla tillsammans"), "num": True},
        {"label": _("Tid i allt"), "num": True},
    ]
    rows = [
        [str(LEVELS[line.level]), count(line.sum.rounds), count(line.sum.parts), work(line.sum.minutes)]
        for line in found.senders
    ]
    return {"head": head, "rows": rows}


def _years(rounds, known, shown):
    """Every year's figures, the chosen one marked."""
    lines = []
    for year in known:
        found = [one for one in rounds if one.year == year]
        minutes = sum(one.minutes for one in sums(found).values())
        lines.append({"year": year, "current": year == shown, "rounds": len(found), "time": work(minutes)})
    return lines
