"""When to try again: a few times soon, then with patience, at last not at all."""

import datetime as dt

WAITS = (1, 5, 15, 60, 180, 360, 720, 720, 720)  # minutes; three days in all
LEASE = dt.timedelta(minutes=10)  # a sender that says nothing for so long is dead, and another may take over


def wait_after(attempts: int) -> dt.timedelta | None:
    """How long to wait after that many failed attempts; None when it is time to give up."""
    return dt.timedelta(minutes=WAITS[attempts - 1]) if attempts <= len(WAITS) else None
