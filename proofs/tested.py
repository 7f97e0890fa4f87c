"""A proof in the tests' own world: a process of its own, set up as the tests are, that meets nothing but a new database.

`figures("proofs.doors.cells:run", scale)` gives what that function gives. Where the tests themselves ask, they have the
world already, and it is called as it is.
"""

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from proofs.promise import Figure
from proofs.servers import ordinary, vaxel


def figures(place: str, scale: float) -> list[Figure]:
    if "PYTEST_CURRENT_TEST" in os.environ:  # a proof may import what imports pytest
        return list(_function(place)(scale))
    with ordinary.workplace("tested") as folder:
        env = vaxel.environment(f"sqlite:///{folder / 'vaxel.sqlite3'}", folder / "data")
        kept = folder / "figures.json"
        command = [sys.executable, "-m", "proofs.tested", place, str(scale), str(kept)]
        done = subprocess.run(
            command, env={**env, "CI": "1"}, cwd=vaxel.ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{place} ended with {done.returncode}: {done.stderr.strip()[-4000:]}")
        return [Figure(**one) for one in json.loads(kept.read_text())]


@contextmanager
def the_tests_world(folder: Path) -> Iterator[None]:
    """What conftest.py does for the tests."""
    importlib.import_module("pytest")  # settings look for it: no slow passwords, no files collected
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    import django

    django.setup()
    from django.db import connections
    from django.test.utils import setup_test_environment

    from tests import databases

    setup_test_environment()
    connections["default"].settings_dict["TEST"]["NAME"] = str(folder / "test.sqlite3")
    with databases.ready():
        yield


def _function(place):
    module, _colon, name = place.partition(":")
    return getattr(importlib.import_module(module), name)


def main(place: str, scale: str, kept: str) -> None:
    with the_tests_world(Path(kept).parent):
        found = [asdict(one) for one in _function(place)(float(scale))]
    Path(kept).write_text(json.dumps(found, ensure_ascii=False, default=str))


if __name__ == "__main__":
    main(*sys.argv[1:])
