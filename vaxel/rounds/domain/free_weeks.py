"""Which of the coming weeks suits an audience best: the least load first, as those who are asked would choose. Pure.

Three weeks are given to answer in; then twelve are looked at. A week of fewer than four working days is never offered
(Christmas, Easter, midsummer), one that a fixed window touches only after those that none does. Among equals, the
nearest. The day offered is the week's last working day.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vaxel.calendar.domain.days import is_working_day, week_start
from vaxel.calendar.domain.windows import Spell

TO_ANSWER_IN = dt.timedelta(weeks=3)
LOOKED_AT = 12
FEWEST_DAYS = 4


@dataclass(frozen=True)
class FreeWeek:
    """`due` is the day to offer, `owed` how many answers the audience owes that week already, `windows` what else it holds."""

    monday: dt.date
    due: dt.date
    owed: int
    windows: tuple[str, ...] = ()


def weeks_to_look_at(today: dt.date) -> tuple[dt.date, ...]:
    """Their Mondays."""
    first = week_start(today + TO_ANSWER_IN)
    return tuple(first + dt.timedelta(weeks=step) for step in range(LOOKED_AT))


def free_weeks(owed: Mapping[dt.date, int], spells: Sequence[Spell], today: dt.date, number: int = 3) -> list[FreeWeek]:
    """At most `number`, the best first; `owed`: Monday → answers the audience owes that week."""
    weeks = [week for week in (_week(monday, owed, spells) for monday in weeks_to_look_at(today)) if week]
    return sorted(weeks, key=lambda week: (bool(week.windows), week.owed, week.monday))[:number]


def _week(monday: dt.date, owed: Mapping[dt.date, int], spells: Sequence[Spell]) -> FreeWeek | None:
    days = [day for day in (monday + dt.timedelta(days=step) for step in range(5)) if is_working_day(day)]
    if len(days) < FEWEST_DAYS:
        return None
    friday = monday + dt.timedelta(days=4)
    touching = tuple(spell.name for spell in spells if spell.first <= friday and spell.last >= monday)
    return FreeWeek(monday, days[-1], owed.get(monday, 0), touching)
