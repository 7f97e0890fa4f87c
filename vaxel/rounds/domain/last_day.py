"""By when a body is to answer: the round's day for all, unless the body has been given a later one of its own. Pure."""

import datetime as dt


def last_day(common: dt.date | None, own: dt.date | None) -> dt.date | None:
    """The last day on which the body's answer is in time, or None where no day is set.

    `common` is the round's day, `own` the day this body alone was prolonged to. The later one holds: a body that was
    given more time does not lose it, and one that was given a little gains what everybody is given afterwards.
    The same in SQL: `Delivery.objects.last_days()`.
    """
    return max((day for day in (common, own) if day), default=None)
