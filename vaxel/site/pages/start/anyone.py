"""What anyone may see without logging in."""

from dataclasses import dataclass

from vaxel.calendar.clock import today
from vaxel.network.actor import NOBODY
from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.models import Round
from vaxel.rounds.queries.progress import dashboard
from vaxel.rounds.words import KINDS, bodies

SHOWN = 6
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
class PublicRound:
    title: str
    kind: str
    due: object
    is_open: bool
    asks: bool  # a mailing asks for no answer
    asked: int
    received: int
    done: int
    feedback: str


def public_rounds() -> list[PublicRound]:
    """Rounds that their senders have made public, the newest first; counts only, never names."""
    rounds = list(Round.objects.visible_to(NOBODY).order_by("-sent_at")[:SHOWN])
    return [_line(round_, counts) for round_, counts in zip(rounds, dashboard(rounds), strict=True)]


def _line(round_, counts):
    return PublicRound(
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
