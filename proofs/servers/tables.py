"""A new database with every table. Migrating takes a minute: what came of it is kept, as the tests keep theirs."""

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from proofs.servers import postgres, vaxel
from tests.databases import KEPT, alone, fingerprint


def sqlite(folder: Path) -> str:
    """A database file in the folder, and its DATABASE_URL."""
    path, kept = folder / "vaxel.sqlite3", KEPT / f"{fingerprint()}.sqlite3"
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
    url, kept = server.new_database(name), KEPT / f"{fingerprint()}.sql"
    with alone(kept):
        if not kept.exists():
            _migrate(url, folder)
            draft = kept.with_suffix(".draft")
            _program("pg_dump", "--no-owner", "-f", str(draft), url)
            draft.rename(kept)
            return url
    _program("psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-f", str(kept), url)
    return url


def _migrate(url: str, folder: Path) -> None:
    vaxel.run(vaxel.environment(url, folder), "migrate", "--verbosity", "0")


def _program(name: str, *arguments: str) -> None:
    done = subprocess.run(
        [postgres.program(name), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{name} said: {done.stderr.strip()[-2000:]}")
