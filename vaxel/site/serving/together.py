"""Web, worker and tick as one process tree: they start together, and one signal stops them all.

A worker or tick that falls is started again; without the web there is nothing to run, so then all stop.
"""

import contextlib
import ctypes
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _

RESTART_AFTER = 3  # seconds; a part that falls at once must not spin
PATIENCE = 25  # seconds for what is under way, a little more than the web server's own
DIE_WITH_PARENT = 1  # prctl's PR_SET_PDEATHSIG

Parts = dict[str, Sequence[str]]  # name → the arguments of `vaxel`


class Stopped(Exception):  # noqa: N818 - it is what was asked for
    pass


def run(parts: Parts, main: str, when_up: Callable[[], None], host: str, port: int) -> int:
    """Returns when stopped (0) or when `main` fell (1)."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _stop)
    running = {}
    try:
        running.update({name: _start(arguments) for name, arguments in parts.items()})
        if _wait_until_up(running[main], host, port):
            when_up()
        return _watch(parts, running, main)
    except Stopped:
        return 0
    finally:
        _end(list(running.values()))


def _stop(number: int, frame: object) -> None:
    raise Stopped


def _start(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "vaxel.site.cli", *arguments]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, preexec_fn=_leave_the_terminal)  # noqa: PLW1509


def _leave_the_terminal() -> None:
    """Ctrl-C reaches the parent alone, which stops the parts in order; on Linux they end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)


def _wait_until_up(web: subprocess.Popen[bytes], host: str, port: int) -> bool:
    while web.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection((host, port), timeout=1):
            return True
        time.sleep(0.1)
    return False


def _watch(parts: Parts, running: dict[str, subprocess.Popen[bytes]], main: str) -> int:
    while True:
        time.sleep(0.5)
        for name, process in running.items():
            if process.poll() is None:
                continue
            if name == main:
                return 1
            print(f"vaxel {name}: {_('föll, startas igen')} ({process.returncode})", file=sys.stderr)
            time.sleep(RESTART_AFTER)
            running[name] = _start(parts[name])


def _end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    """Ask, wait, then insist. A second Ctrl-C while waiting changes nothing."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + PATIENCE
    for process in processes:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
