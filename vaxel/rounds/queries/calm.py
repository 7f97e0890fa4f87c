"""Calm weeks for an audience: what it owes already, added up by the database, and the fixed windows. Two queries."""

import datetime as dt

from vaxel.calendar.windows import window_spells
from vaxel.rounds.domain.free_weeks import FreeWeek, free_weeks, weeks_to_look_at
from vaxel.rounds.queries.audience import chosen
from vaxel.rounds.queries.load import owed_by_week


def calm_weeks(rule, today) -> list[FreeWeek]:
    """At most three, the calmest first."""
    mondays = weeks_to_look_at(today)
    owed = owed_by_week(chosen(rule, today).values("pk"), mondays)
    return free_weeks(owed, window_spells(mondays[0], mondays[-1] + dt.timedelta(days=6)), today)
