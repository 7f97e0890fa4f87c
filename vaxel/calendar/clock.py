"""What time it is. Everyone asks here, so that a test (time_machine) and the example year can travel."""

import datetime as dt
from contextlib import contextmanager
from contextvars import ContextVar

from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.composed.guard import not_while_composing

_standing_at: ContextVar[dt.datetime | None] = ContextVar("standing_at", default=None)


def now() -> dt.datetime:
    not_while_composing()
    return _standing_at.get() or dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """Today in Sweden."""
    return swedish_day(now())


@contextmanager
def standing_at(moment: dt.datetime):
    """Inside, it is that moment: for the example year, which does real acts on days gone by. Never in a request."""
    token = _standing_at.set(moment)
    try:
        yield
    finally:
        _standing_at.reset(token)
