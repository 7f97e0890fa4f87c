"""`dev.py run`: Sweden and an example year on this machine, at one address."""

import argparse
import os
import socket
import sys
from collections.abc import Sequence

from devtools import environment
from devtools.places import PYTHON, ROOT
from devtools.terminal import Stop

HOST = "127.0.0.1"


def run(arguments: Sequence[str]) -> int:
    """Never returns when all is well: this process becomes `vaxel serve --all`, which Ctrl-C stops."""
    options = _options(arguments)
    _require_free(options.port)
    environment.setup(browser=False)
    sys.stdout.flush()
    os.environ["VAXEL_URL"] = f"http://{HOST}:{options.port}"
    opening = [str(PYTHON), "-m", "devtools.opening", str(options.port), *(["--empty"] if options.empty else [])]
    os.chdir(ROOT)
    os.execv(opening[0], opening)  # noqa: S606 - no shell, our own command


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
