"""The database is away, restarting, or busy beyond its patience: no fault of the page's, and over in a moment.

Whoever asked is told when to come again (503 with Retry-After). What was committed stands; the same form or the same
key sent again is done once.
"""

from collections.abc import Iterator

from django.db import Error, InterfaceError, OperationalError

AGAIN_AFTER = 5  # seconds, as Retry-After says it
# SQLSTATE by class: connection, rolled back (deadlock), resources, held by someone else, the operator stepped in.
PASSING = ("08", "40", "53", "55P03", "57")
READ_ONLY = "25006"  # a standby that is not yet, or no longer, the one to write to
DISK_FULL = "53100"
BUSY = ("locked", "busy")


def is_outage(error: BaseException | None) -> bool:
    """It, or what it came out of: a broken connection often shows as what broke next."""
    return any(_passes(one) for one in chain(error) if isinstance(one, Error))


def chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _passes(error: Error) -> bool:
    said = error.__cause__
    if hasattr(said, "sqlite_errorname"):
        return any(word in str(error) for word in BUSY)
    if state := getattr(said, "sqlstate", None):
        return state == READ_ONLY or (state.startswith(PASSING) and state != DISK_FULL)
    return isinstance(error, OperationalError | InterfaceError) and hasattr(said, "pgconn")  # it could not even say
