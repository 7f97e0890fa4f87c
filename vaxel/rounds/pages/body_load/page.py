"""A body's own calendar of what it is asked: eight weeks ahead, and a year with every round in it."""

import datetime as dt

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.domain.days import iso_week
from vaxel.calendar.templatetags.dates import month
from vaxel.calendar.windows import window_spells
from vaxel.network.queries.asof import at
from vaxel.rounds.pages.year import year_of
from vaxel.rounds.permissions import READS_LOAD
from vaxel.rounds.queries.audience import BUSY
from vaxel.rounds.queries.body_load import eight_weeks_of, years_of
from vaxel.rounds.queries.body_load import year_of as months_of
from vaxel.rounds.words import capital, kind_of, work
from vaxel.ui.templatetags.numbers import in_words_capital

PAGE = "rounds/pages/body_load/page.html"


@access(READS_LOAD)
def body_load(request, body_id):
    actor = request.actor
    years = years_of(body_id, actor)
    year = year_of(request, years)
    weeks, months = eight_weeks_of(body_id, actor), months_of(body_id, actor, year)
    context = {
        "body_id": body_id,
        "name": at(today()).names([body_id]).get(body_id, ""),
        "own": body_id in actor.body_ids,
        "heading": _heading(weeks),
        "bars": [_bar(week) for week in weeks],
        "weeks": [_stretch(week, body_id, week_name(week.first)) for week in weeks if week.left],
        "year": year,
        "years": years,
        "months": [_stretch(one, body_id, capital(month(one.first)), whole=True) for one in months if one.parts],
        "sum": _sum(months),
        "windows": window_spells(today(), today() + dt.timedelta(days=365)),
    }
    return render(request, PAGE, context)


def _heading(weeks):
    """ "Tre svar ska in de närmaste åtta veckorna, omkring fyra timmars arbete." """
    left = [part for week in weeks for part in week.left]
    if not left:
        return _("Inga svar ska in de närmaste åtta veckorna.")
    words = {"n": in_words_capital(len(left), "ett"), "time": work(sum(part.minutes or 0 for part in left))}
    if not any(part.minutes for part in left):
        some = ngettext(
            "%(n)s svar ska in de närmaste åtta veckorna.", "%(n)s svar ska in de närmaste åtta veckorna.", len(left)
        )
        return some % words
    some = ngettext(
        "%(n)s svar ska in de närmaste åtta veckorna: omkring %(time)s.",
        "%(n)s svar ska in de närmaste åtta veckorna: tillsammans omkring %(time)s.",
        len(left),
    )
    return some % words


def _bar(week):
    number = len(week.left)
    title = ngettext("%(count)s svar ska in", "%(count)s svar ska in", number) % {"count": number}
    label = _("v. %(week)s") % {"week": iso_week(week.first)[1]}
    return {"label": label, "value": number, "need": number >= BUSY, "title": title}


def week_name(monday):
    return _("Vecka %(week)s") % {"week": iso_week(monday)[1]}


def _stretch(stretch, body_id, name, *, whole=False):
    """`whole`: also what is done."""
    parts = stretch.parts if whole else stretch.left
    minutes = sum(part.minutes or 0 for part in parts)
    lines = [_line(part, body_id) for part in parts]
    return {"name": name, "parts": lines, "time": work(minutes) if minutes else ""}


def _line(part, body_id):
    return {
        "title": part.round.title,
        "kind": kind_of(part.round).title,
        "sender": part.sender,
        "url": reverse("delivery", args=[part.round.pk, body_id]),
        "time": work(part.minutes) if part.minutes else _("ingen tid angiven"),
        "day": part.day,
        "done": part.done,
    }


def _sum(months):
    parts = [part for month in months for part in month.parts]
    return {"number": len(parts), "time": work(sum(part.minutes or 0 for part in parts))}
