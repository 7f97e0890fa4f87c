"""A county's state at a glance: the round with the nearest date, body by body, and the weeks ahead."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.calendar.clock import today
from vaxel.calendar.domain.days import iso_week, weeks_ahead
from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.domain.state import DONE, outcome
from vaxel.rounds.models import Delivery, FrameRange, Round
from vaxel.rounds.pages.round.tilemap import key_of
from vaxel.rounds.pages.round.tilemap import states as state_words
from vaxel.rounds.queries.load import load
from vaxel.rounds.queries.progress import states

CLASH = 2  # so many in one week and the bar asks for attention


@dataclass(frozen=True)
class CountyPanel:
    title: str
    url: str
    sentence: str
    tiles: list[dict]
    words: list[dict]


def county_panel(actor) -> CountyPanel | None:
    """The open round with the nearest date in which something below the county is asked."""
    asked = FrameRange.objects.filter(node=actor.body_id).values("frame")
    open_now = (
        Round.objects.visible_to(actor).filter(state=RoundState.OPEN, frame__in=asked).exclude(kind=RoundKind.MAILING)
    )
    for round_ in open_now.filter(due__gte=today()).order_by("due", "-sent_at"):
        found = states(round_, actor.body_id)
        if len(found) > 1:
            return _panel(actor, round_, found)
    return None


def _panel(actor, round_, found):
    bodies = at(today()).named(list(found))
    done = sum(outcome(state) in DONE for state in found.values())
    words = ngettext("%(done)s av %(count)s har svarat.", "%(done)s av %(count)s har svarat.", len(found))
    return CountyPanel(
        title=round_.title,
        url=f"{reverse('round', args=[round_.pk])}?nod={actor.body_id}",
        sentence=words % {"done": done, "count": len(found)},
        tiles=[_tile(round_, body, found[body.pk]) for body in bodies],
        words=state_words(),
    )


def _tile(round_, body, state):
    """In the own county names are shown: it is its coordinator who helps."""
    key = key_of(state, compiled=False, urgent=True, asks=True)
    href = reverse("delivery", args=[round_.pk, body.pk])
    return {"label": body.short_name or body.name, "state": key, "href": href, "own": False}


def eight_weeks(actor, kind) -> list[dict]:
    """How many answers are due each week: the body's own, or the busiest body's within a county."""
    weeks = weeks_ahead(today(), 8)
    ids = [actor.body_id]
    if kind == Kind.COUNTY:
        ids = list(
            Delivery.objects.filter(body__in=at(today()).below(actor.body_id))
            .values_list("body_id", flat=True)
            .distinct()
        )
    owed = load(ids, weeks)
    most = [max((owed[body][place] for body in owed), default=0) for place in range(len(weeks))]
    return [_bar(week, count) for week, count in zip(weeks, most, strict=True)]


def _bar(week, count):
    label = _("v. %(week)s") % {"week": iso_week(week)[1]}
    title = ngettext("%(count)s svar ska in", "%(count)s svar ska in", count) % {"count": count}
    return {"label": label, "value": count, "need": count >= CLASH, "title": title}
