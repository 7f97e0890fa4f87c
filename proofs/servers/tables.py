"""A new database with every table. Migrating takes a minute: what came out of it is kept for the next run."""

import hashlib
import shutil
import sqlite3
import subprocess
from contextlib import closing
from functools import cache
from pathlib import Path

from devtools.places import ROOT
from proofs.servers import postgres, vaxel
from tests.databases import KEPT, alone

MADE_OF = ("migrations", "models")  # folders and files of these names


def sqlite(folder: Path) -> str:
    """A database file in the folder, and its DATABASE_URL."""
    path, kept = folder / "vaxel.sqlite3", KEPT / f"proofs-{_fingerprint()}.sqlite3"
    url = f"sqlite:///{path}"
    with alone(kept):
        if not kept.exists():
            _migrate(url, folder)
            draft = kept.with_suffix(".draft")
            draft.unlink(missing_ok=True)
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("VACUUM INTO ?", [str(draft)])
            draft.rename(kept)
            return url
    shutil.copyfile(kept, path)
    return url


def postgresql(server: postgres.Server, folder: Path, name: str = "vaxel") -> str:
    """A database in the server, and its DATABASE_URL."""
    url, kept = server.new_database(name), KEPT / f"proofs-{_fingerprint()}.sql"
    with alone(kept):
        if not kept.exists():
            _migrate(url, folder)
            draft = kept.with_suffix(".draft")
            _program("pg_dump", "--no-owner", "-f", str(draft), url)
            draft.rename(kept)
            return url
    _program("psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-f", str(kept), url)
    return url


@cache
def _fingerprint() -> str:
    """Of what makes tables. The tests' own (tests/databases.py) is of the whole package: they may not be wrong."""
    found = hashlib.sha256()
    for path in sorted((ROOT / "vaxel").rglob("*.py")):
        if any(part in MADE_OF for part in (*path.parts, path.stem)):
            found.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:32]


def _migrate(url: str, folder: Path) -> None:
    vaxel.run(vaxel.environment(url, folder), "migrate", "--verbosity", "0")


def _program(name: str, *arguments: str) -> None:
    done = subprocess.run(
        [postgres.program(name), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{name} said: {done.stderr.strip()[-2000:]}")
