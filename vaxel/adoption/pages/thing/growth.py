"""The spread over time as a chart takes it: one line per stop, and the same numbers as a table, quarter by quarter."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from django.utils.translation import gettext as _

from vaxel.adoption.domain.small import FEW
from vaxel.adoption.domain.stages import LINE
from vaxel.adoption.words import STOPS
from vaxel.calendar.clock import today
from vaxel.rounds.domain.hiding import in_steps
from vaxel.ui.templatetags.numbers import count

MOST_ROWS = 16


def growth(points, total, *, exact):
    """None until something has happened on two days. What is used fully comes first: it is what one asks."""
    if len(points) < 2:
        return None
    if not exact:
        points = stepped(points)
    start, end = points[0].day, max(today(), points[-1].day)
    span = max(1, (end - start).days)
    series = [
        {
            "label": str(STOPS[LINE[stop]]),
            "points": [((point.day - start).days / span, _said(point.reached[stop], exact)) for point in points],
        }
        for stop in reversed(range(len(LINE)))
    ]
    return {
        "series": series,
        "ticks": _years(start, end, span),
        "highest": total,
        "head": [{"label": _("Dag")}, *({"label": one["label"], "num": True} for one in series)],
        "rows": _rows(points, start, end, exact),
    }


def stepped(points):
    """As those who see no names are shown it: a line moves when at least three have come, never one or two at a time."""
    lines = [list(line) for line in zip(*(point.reached for point in points), strict=True)]
    moved = [in_steps([(now, abs(now - before)) for before, now in pairwise([0, *line])]) for line in lines]
    return [replace(point, reached=reached) for point, reached in zip(points, zip(*moved, strict=True), strict=True)]


def _said(number, exact):
    """Where names are not shown a small number is drawn as nought, and said so under the chart."""
    return number if exact or number >= FEW else 0


def _years(start, end, span):
    firsts = [dt.date(year, 1, 1) for year in range(start.year, end.year + 1)]
    return [{"label": str(day.year), "place": (day - start).days / span} for day in firsts if start <= day <= end] or [
        {"label": str(start.year), "place": 0}
    ]


def _rows(points, start, end, exact):
    return [
        [day.isoformat(), *(_written(reached[stop], exact) for stop in reversed(range(len(LINE))))]
        for day, reached in sampled(points, start, end)
    ]


def _written(number, exact):
    return count(number) if exact or not 0 < number < FEW else _("färre än tre")


def sampled(points, start, end):
    """(last day of each quarter and the end, what had been reached by then), at most MOST_ROWS of them, the latest."""
    days, found, at = [*_quarters(start, end), end], [], -1
    for day in days:
        while at + 1 < len(points) and points[at + 1].day <= day:
            at += 1
        found.append((day, points[at].reached if at >= 0 else (0,) * len(LINE)))
    return found[-MOST_ROWS:]


def _quarters(start, end):
    for year in range(start.year, end.year + 1):
        for month, last in ((3, 31), (6, 30), (9, 30), (12, 31)):
            day = dt.date(year, month, last)
            if start <= day < end:
                yield day
