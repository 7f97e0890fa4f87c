"""Who runs a proof's servers: never root. A PostgreSQL would refuse, and a proof should show what an operator has."""

import os
import pwd
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

STAND_INS = ("postgres", "nobody")  # who a proof started by root gives its servers to


def ordinary() -> dict[str, Any]:
    """The arguments that make subprocess start something as an ordinary user; none where we are one."""
    if os.geteuid():
        return {}
    found = _stand_in()
    return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}


def name() -> str:
    return pwd.getpwuid(os.geteuid()).pw_name if os.geteuid() else _stand_in().pw_name


def _stand_in() -> pwd.struct_passwd:
    for each in STAND_INS:
        try:
            return pwd.getpwnam(each)
        except KeyError:
            continue
    raise RuntimeError("This machine has no ordinary user to run a server as: start the proof as one.")


@contextmanager
def workplace(prefix: str) -> Iterator[Path]:
    """A folder that the ordinary user owns, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=f"vaxel-{prefix}-", ignore_cleanup_errors=True) as folder:
        if not os.geteuid():
            found = _stand_in()
            os.chown(folder, found.pw_uid, found.pw_gid)
        yield Path(folder)
