"""`dev.py run`: Sweden and an example year on this machine, at one address."""

import argparse
import os
import socket
import subprocess
import sys
from collections.abc import Sequence

from devtools import environment
from devtools.places import ROOT, VAXEL
from devtools.terminal import Stop, quietly, step

HOST = "127.0.0.1"


def run(arguments: Sequence[str]) -> int:
    """Never returns when all is well: this process becomes `vaxel serve --all`, which Ctrl-C stops."""
    options = _options(arguments)
    _require_free(options.port)
    environment.setup(browser=False)
    print("Preparing the database")
    _vaxel("tables", "migrate")
    _vaxel("the network of Sweden", "reference", "load")
    os.environ["VAXEL_URL"] = f"http://{HOST}:{options.port}"
    if not options.empty:
        _example()
    sys.stdout.flush()
    serve = [str(VAXEL), "serve", "--all", "--port", str(options.port)]
    os.execv(serve[0], serve)  # noqa: S606 - no shell, our own command


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py run", description="Set up, fill a database and serve it.")
    parser.add_argument("--port", type=int, default=8000, help="where to serve (8000)")
    parser.add_argument("--empty", action="store_true", help="the network of Sweden, but no example year")
    return parser.parse_args(arguments)


def _require_free(port: int) -> None:
    """Before minutes of set-up, rather than after."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise Stop(
                f"Port {port} on {HOST} is taken, by a Växel already running perhaps. Take another one:\n"
                f"  python3 dev.py run --port {port + 1}"
            ) from None
        except OverflowError:
            raise Stop("A port is a number from 1 to 65535.") from None


def _example() -> None:
    """In its own words, as they come: the first time it has a year to tell, and always the logins."""
    command = [str(VAXEL), "example", "--if-empty"]
    if subprocess.call(command, env={**os.environ, "PYTHONUNBUFFERED": "1"}):
        raise Stop("The example year was not filled in. Without it: python3 dev.py run --empty")


def _vaxel(title: str, *command: str) -> None:
    with step(title):
        quietly([VAXEL, *command], hint=f"The database is DATABASE_URL, else {ROOT.name}/var/vaxel.sqlite3.")
