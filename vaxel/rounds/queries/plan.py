"""On which days a round reminds, as its receivers see it; for one of them also in its own order."""

import datetime as dt
from dataclasses import dataclass

from vaxel.calendar.clock import today
from vaxel.network.domain.order import Turn
from vaxel.network.wording import TURNS, listed
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.reminding import occasions
from vaxel.rounds.queries.reach import orders


@dataclass(frozen=True)
class Plan:
    is_open: bool
    days: tuple[tuple[dt.date, bool], ...] = ()  # (day, has it passed?)
    order: str = ""
    body_id: int | None = None


def plan_for(round, delivery=None) -> Plan:
    """Without days where the round does not remind by itself."""
    is_open = round.state in {RoundState.OPEN, RoundState.DRAFT} and bool(round.due)
    if not (is_open and round.reminds):
        return Plan(is_open)
    due = delivery.last_day if delivery else round.due
    days = tuple((day, day < today()) for day in occasions(round.remind_days, due))
    if delivery is None:
        return Plan(is_open, days)
    order = orders([delivery.body_id], today())[delivery.body_id]
    return Plan(is_open, days, turns_in_words(order), delivery.body_id)


def turns_in_words(order: tuple[Turn, ...]) -> str:
    return listed([str(TURNS[turn]) for turn in order])
