"""The day by which whoever wrote is answered, and what is owed when that day has passed."""

import datetime as dt

from vaxel.calendar.domain.days import add_working_days

FIRST = 15  # working days: three weeks, a coordinator's holiday or a steering group's next meeting included
AT_NEXT_DESK = 10  # whoever gets it passed on is given at least this long


def first_promise(day: dt.date) -> dt.date:
    return add_working_days(day, FIRST)


def promise_after_move(promised: dt.date, day: dt.date) -> dt.date:
    """Never earlier than what the author has been told."""
    return max(promised, add_working_days(day, AT_NEXT_DESK))


def days_owed(promised: dt.date, today: dt.date) -> int:
    """Days past the promise; 0 on the day itself and before."""
    return max(0, (today - promised).days)
