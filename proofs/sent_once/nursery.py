"""Has loaded Växel, and forks what is asked for, as `vaxel serve --all` does: a hundred killed parts start at once again.

Run as a process of its own (`Nursery`): a line in is a command of `vaxel` or `send ROUND`, a line out the process's id.
"""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


class Nursery:
    def __init__(self, env: Mapping[str, str], log: Path):
        with log.open("ab") as file:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "proofs.sent_once.nursery"],
                env=dict(env),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=file,
                text=True,
            )

    def start(self, *command: str) -> int:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(" ".join(command) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def end(self) -> None:
        self._process.kill()
        self._process.wait()


def kill(pid: int) -> bool:
    """False: it had ended by itself."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
        while running(pid):
            time.sleep(0.002)
        return True
    return False


def stop(pid: int) -> None:
    """As an operator does: what is under way is finished first."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
        while running(pid):
            time.sleep(0.01)


def running(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def _fork(command: list[str]) -> int:
    pid = os.fork()
    if pid:
        return pid
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.close(1)
    os.dup2(2, 1)
    code = 1
    try:
        code = _live(command)
    except Exception:
        logging.getLogger(__name__).exception("%s fell", command[0])
    finally:
        os._exit(code)  # never back into the loop that forked it
    return 0


def _live(command: list[str]) -> int:
    from vaxel.site import cli

    if command[0] != "send":
        return cli.main(command)
    from vaxel.calendar import clock
    from vaxel.network.actor import SYSTEM
    from vaxel.rounds.commands.send import send
    from vaxel.rounds.models import Round

    send(Round.objects.get(pk=command[1]), by=SYSTEM, received_at=clock.now())
    return 0


if __name__ == "__main__":
    from importlib import import_module

    import django
    from django.utils.module_loading import import_string

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    django.setup()
    from vaxel.site.ticks import TICKS

    for name in TICKS:  # what a part would load itself
        import_string(name)
    for name in ("vaxel.site.urls", "vaxel.rounds.commands.send", "django_tasks_db.management.commands.db_worker"):
        import_module(name)

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the killed
    for line in sys.stdin:
        print(_fork(line.split()), flush=True)
