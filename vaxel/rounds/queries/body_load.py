"""One body's load: what it has been asked, by the week it is due, with the time the senders have estimated."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models.functions import ExtractYear

from vaxel.calendar.clock import today
from vaxel.calendar.domain.days import week_start, weeks_ahead
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.domain.state import DONE, outcome
from vaxel.rounds.models import Delivery
from vaxel.rounds.models.reading import SENT
from vaxel.rounds.models.round import Round


@dataclass(frozen=True)
class Part:
    """`day` is the body's last day; `done` once it has said what it has to say."""

    round: Round
    sender: str
    minutes: int | None
    day: dt.date
    done: bool


@dataclass(frozen=True)
class Stretch:
    """A week (its Monday) or a month (its first): what falls due in it."""

    first: dt.date
    parts: tuple[Part, ...] = field(default=())

    @property
    def minutes(self) -> int:
        return sum(part.minutes or 0 for part in self.parts)

    @property
    def left(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if not part.done)


def eight_weeks_of(body_id, actor) -> list[Stretch]:
    """From the week one stands in."""
    weeks = weeks_ahead(today(), 8)
    parts = _parts(body_id, actor, weeks[0], weeks[-1] + dt.timedelta(days=6))
    return _by(parts, weeks, week_start)


def year_of(body_id, actor, year: int) -> list[Stretch]:
    """Month by month."""
    months = [dt.date(year, month, 1) for month in range(1, 13)]
    parts = _parts(body_id, actor, months[0], dt.date(year, 12, 31))
    return _by(parts, months, lambda day: day.replace(day=1))


def years_of(body_id, actor) -> list[int]:
    """Years in which something has been due, the latest first; this year always."""
    rows = _asked(body_id, actor).exclude(by_day=None).annotate(in_year=ExtractYear("by_day"))
    found = rows.order_by().values_list("in_year", flat=True).distinct()
    return sorted({*found, today().year}, reverse=True)


def _by(parts, stretches, start_of):
    found = defaultdict(list)
    for part in parts:
        found[start_of(part.day)].append(part)
    return [Stretch(first, tuple(found[first])) for first in stretches]


def _parts(body_id, actor, first, last):
    """Two queries: the parts, and the senders' names."""
    rows = _asked(body_id, actor).filter(by_day__gte=first, by_day__lte=last).select_related("round")
    rows = list(rows.order_by("by_day", "round__title", "pk"))
    names = at(today()).names({row.round.owner_id for row in rows})
    return [
        Part(
            round=row.round,
            sender=names.get(row.round.owner_id, ""),
            minutes=row.round.minutes,
            day=row.by_day,
            done=outcome(row.state) in DONE or row.round.state != RoundState.OPEN,
        )
        for row in rows
    ]


def _asked(body_id, actor):
    """As far as the reader may see it."""
    rows = Delivery.objects.visible_to(actor).last_days().filter(body=body_id, round__state__in=SENT)
    return rows.exclude(said=0).exclude(round__kind=RoundKind.MAILING)
