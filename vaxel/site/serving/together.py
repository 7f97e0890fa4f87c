"""Web, worker and tick as one process tree: they start together, and one signal stops them all.

A worker or tick that falls is started again; without the web there is nothing to run, so then all stop.
The parts are forks of this process, which has loaded everything and holds no thread and no connection:
they start at once and share its memory.
"""

import contextlib
import ctypes
import multiprocessing
import signal
import sys
import time
from collections.abc import Sequence
from multiprocessing.context import ForkProcess

from django.db import connections
from django.utils.translation import gettext as _

RESTART_AFTER = 3  # seconds; a part that falls at once must not spin
PATIENCE = 25  # seconds for what is under way, a little more than the web server's own
DIE_WITH_PARENT = 1  # prctl's PR_SET_PDEATHSIG
STOPPING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

Parts = dict[str, Sequence[str]]  # name → the arguments of `vaxel`
Running = dict[str, ForkProcess]


class Stopped(Exception):  # noqa: N818 - it is what was asked for
    pass


def run(parts: Parts, main: str) -> int:
    """Returns when stopped (0) or when `main` fell (1)."""
    connections.close_all()
    for number in STOPPING:
        signal.signal(number, _stop)
    running: Running = {}
    try:
        for name, arguments in parts.items():
            running[name] = _start(arguments)
        return _watch(parts, running, main)
    except Stopped:
        return 0
    finally:
        _end(running)


def _stop(number: int, frame: object) -> None:
    raise Stopped


def _start(arguments: Sequence[str]) -> ForkProcess:
    process = multiprocessing.get_context("fork").Process(target=_live, args=(arguments,))
    process.start()
    return process


def _live(arguments: Sequence[str]) -> None:
    """In the fork. Ctrl-C reaches the parent alone, which stops the parts; on Linux they end however it ends."""
    from vaxel.site import cli

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)
    sys.exit(cli.main(arguments))


def _watch(parts: Parts, running: Running, main: str) -> int:
    while True:
        time.sleep(0.5)
        for name, process in running.items():
            if process.is_alive():
                continue
            if name == main:
                return 1
            print(f"vaxel {name}: {_('föll, startas igen')} ({process.exitcode})", file=sys.stderr)
            time.sleep(RESTART_AFTER)
            running[name] = _start(parts[name])


def _end(running: Running) -> None:
    """Ask, wait, then insist. A second Ctrl-C while waiting changes nothing."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN)
    for process in running.values():
        process.terminate()
    deadline = time.monotonic() + PATIENCE
    for process in running.values():
        process.join(max(0.1, deadline - time.monotonic()))
        if process.is_alive():
            process.kill()
            process.join()
