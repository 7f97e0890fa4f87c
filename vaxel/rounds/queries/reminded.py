"""What has been reminded of, and whose turn is next: for the commands, and for the page that shows it before."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from vaxel.network.domain.order import Turn
from vaxel.rounds.domain.reminding import Sent, next_by_hand
from vaxel.rounds.models import Reminder
from vaxel.rounds.queries.owing import Owing
from vaxel.rounds.queries.reach import MOST_IN_LIST, Reached, lines


@dataclass(frozen=True)
class NextTurn:
    """Whom a reminder by hand would reach today. `turn` is None where nobody can be reached, or after one today."""

    owed: Owing
    turn: Turn | None
    last: dt.date | None
    is_done_today: bool


def sent_before(round, bodies) -> dict[tuple[int, str], list[Sent]]:
    """{(body, matter): reminders, the first one first}"""
    found: dict = defaultdict(list)
    bodies = sorted(bodies)
    for start in range(0, len(bodies), MOST_IN_LIST):
        rows = Reminder.objects.filter(round=round, body__in=bodies[start : start + MOST_IN_LIST]).order_by("id")
        for body, matter, day, reached, lap in rows.values_list("body_id", "matter", "day", "reached", "lap"):
            found[body, matter].append(Sent(day, None if reached == Reached.NOBODY else Turn(reached), lap))
    return found


def next_turns(round, owed, day) -> list[NextTurn]:
    """In the order given; as many queries however many."""
    log, found = sent_before(round, {one.body_id for one in owed}), lines([one.body_id for one in owed], day)
    return [_next(one, log[one.body_id, one.matter], found[one.body_id][0], day) for one in owed]


def _next(one, sent, line, day):
    _lap, turn = next_by_hand(sent, day, line) or (1, None)
    last = max((each.day for each in sent), default=None)
    return NextTurn(one, turn, last, last == day)
