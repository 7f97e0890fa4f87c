"""The disk that the database writes to is full. Nothing was saved, what was saved before stands, and all can be read.

Whoever asked is told so (507); the same form or the same key sent again, once there is room, is done once.
"""

import errno

from django.db import Error

from vaxel.ui.faults.outage import chain

POSTGRES = "53100"  # SQLSTATE disk_full
SQLITE = "SQLITE_FULL"
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# A quota or a limit on the size of files, which SQLite tells only as a write that failed.
NOT_WRITTEN = ("SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_FSYNC")


def is_full(error: BaseException | None) -> bool:
    return any(_is(one) for one in chain(error))


def _is(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in NO_ROOM
    if not isinstance(error, Error):
        return False
    said = error.__cause__
    return getattr(said, "sqlite_errorname", "") in (SQLITE, *NOT_WRITTEN) or getattr(said, "sqlstate", "") == POSTGRES
