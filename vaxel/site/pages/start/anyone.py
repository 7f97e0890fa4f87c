"""What anyone may see without logging in."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from vaxel.adoption.domain.retiring import Outcome
from vaxel.adoption.models import Retirement
from vaxel.calendar.clock import today
from vaxel.network.actor import NOBODY
from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.models import Round
from vaxel.rounds.queries.progress import dashboard
from vaxel.rounds.words import KINDS, bodies

SHOWN, SHOWN_ENDED = 5, 2
LEVELS = (Kind.HEALTHCARE_REGION, Kind.COUNTY, Kind.REGION, Kind.MUNICIPALITY)


@dataclass(frozen=True)
class Level:
    count: int
    label: str


def levels() -> list[Level]:
    """6, 21, 21 and 290: counted in the network, never written down."""
    network = at(today())
    counts = {kind: network.of_kind(kind).count() for kind in LEVELS}
    return [Level(count, bodies(kind, count)) for kind, count in counts.items()]


@dataclass(frozen=True)
class Decided:
    id: int
    thing: str
    stays: bool
    from_day: dt.date | None
    replacement: str
    decided_at: dt.datetime


def decided() -> list[Decided]:
    """Methods that were to stay or go, decided by those who answer for them; the latest first."""
    found = Retirement.objects.exclude(decided_at=None).exclude(outcome="").order_by("-decided_at")
    return [_decided(each) for each in found.select_related("thing", "replacement")[:SHOWN_ENDED]]


def _decided(found):
    return Decided(
        id=found.pk,
        thing=found.thing.name,
        stays=found.outcome == Outcome.KEEP,
        from_day=found.from_day,
        replacement=found.replacement.name if found.replacement else "",
        decided_at=found.decided_at,
    )


@dataclass(frozen=True)
class PublicRound:
    id: int
    title: str
    kind: str
    due: object
    is_open: bool
    asks: bool  # a mailing asks for no answer
    asked: int
    received: int
    done: int
    feedback: str


def public_rounds() -> list[list[PublicRound]]:
    """What is going on, then what came of it: counts only, never names; the newest first."""
    public = Round.objects.visible_to(NOBODY).order_by("-sent_at")
    fed_back = Q(state=RoundState.FED_BACK)
    return [_shelf(public.exclude(fed_back)[:SHOWN]), _shelf(public.filter(fed_back)[:SHOWN_ENDED])]


def _shelf(found):
    rounds = list(found)
    return [_line(round_, counts) for round_, counts in zip(rounds, dashboard(rounds), strict=True)]


def _line(round_, counts):
    return PublicRound(
        id=round_.pk,
        title=round_.title,
        kind=KINDS[round_.kind].title,
        due=round_.due,
        is_open=round_.state == RoundState.OPEN,
        asks=round_.kind != RoundKind.MAILING,
        asked=counts.asked,
        received=counts.received,
        done=counts.done,
        feedback=round_.feedback,
    )
