"""How much falls due when: a receiver's burden, week by week."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence


def monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def per_week(due_days: Iterable[dt.date], weeks: Sequence[dt.date]) -> list[int]:
    """How many fall due in each week; `weeks` are their Mondays, what lies outside them is left out."""
    counted = Counter(monday(day) for day in due_days)
    return [counted[week] for week in weeks]
