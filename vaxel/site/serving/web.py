"""The web server: gunicorn inside this process, a few workers with threads."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connections
from gunicorn.app.base import BaseApplication

THREADS = 4
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - workers' heartbeats; on a disk a slow write looks like a dead worker


class Web(BaseApplication):
    def __init__(self, **options: Any) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """In each worker, after the fork: no connection and no thread is shared."""
        from vaxel.site.wsgi import application

        return application


def serve(host: str, port: int, workers: int | None, when_open: Callable[[], None]) -> None:
    """Until SIGTERM or Ctrl-C; what is under way is then finished first."""
    connections.close_all()
    Web(
        bind=f"{host}:{port}",
        workers=workers or default_workers(),
        worker_class="gthread",
        threads=THREADS,
        worker_tmp_dir=str(SHARED_MEMORY) if SHARED_MEMORY.is_dir() else None,
        timeout=120,  # a compilation of a whole round may take a while
        graceful_timeout=20,
        control_socket_disable=True,
        proc_name="vaxel",
        loglevel="warning",
        when_ready=lambda server: when_open(),
    ).run()


def default_workers() -> int:
    return max(2, min(8, (os.cpu_count() or 1) + 1))
