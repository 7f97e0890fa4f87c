"""What time it is. Everyone asks here, so that a test (time_machine) and the example year can travel."""

import datetime as dt

from vaxel.calendar.domain.deadlines import swedish_day


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """Today in Sweden."""
    return swedish_day(now())
