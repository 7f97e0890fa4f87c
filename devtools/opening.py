"""The second half of `dev.py run`, in .venv: tables, Sweden, an example year, and then the site itself.

One process does it all, so that Django is loaded once: a second start takes a few seconds.
"""

import contextlib
import io
import sys

from devtools.terminal import Stop, step
from vaxel.site import cli


def main(port: str, *, empty: bool) -> int:
    print("Preparing the database")
    _quietly("tables", "migrate")
    _quietly("the network of Sweden", "reference", "load")
    # In its own words, as they come: the first time it has a year to tell, and always the logins.
    if not empty and _vaxel("example", "--if-empty"):
        raise Stop("The example year was not filled in. Without it: python3 dev.py run --empty")
    return _vaxel("serve", "--all", "--port", port)


def _quietly(title: str, *command: str) -> None:
    """What it refuses stands on stderr, in its own words."""
    with step(title), contextlib.redirect_stdout(io.StringIO()):
        code = _vaxel(*command)
    if code:
        raise Stop("The database is DATABASE_URL, else var/vaxel.sqlite3, which may be moved away to start anew.")


def _vaxel(*command: str) -> int:
    code = cli.main(command)
    if code == cli.INTERRUPTED:
        raise KeyboardInterrupt
    return code


if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)
    try:
        sys.exit(main(sys.argv[1], empty="--empty" in sys.argv))
    except Stop as stop:
        sys.exit(f"\n{stop}")
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
