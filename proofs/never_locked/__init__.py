"""Proves that SQLite with many writers never says "locked" to any of them."""

import subprocess
import sys
import time
from collections.abc import Iterable, Mapping

from proofs.promise import Figure, exactly, said, scaled
from proofs.servers import ordinary, sql, tables, vaxel

NAME = "sqlite"
PROMISE = "Sixteen processes on one SQLite file: every real command is done, and none is told that it is locked."
PROCESSES, EACH, BODIES = 16, 1000, 400
ACTS = "SELECT count(*) FROM journal_entry WHERE action = 'rounds.relayed'"
RECEIPTS = "SELECT count(*) FROM rounds_receipt"
# Transactions that read before they write, as Django's do unless it is told otherwise.
NAIVE = {"DJANGO_SETTINGS_MODULE": "proofs.never_locked.deferred"}


def run(scale: float) -> Iterable[Figure]:
    each = scaled(EACH, scale, 5)
    with ordinary.workplace("sqlite") as folder:
        url = tables.sqlite(folder)
        env = vaxel.environment(url, folder)
        _said(env, "lay", BODIES)
        began = time.monotonic()
        faults = _all_at_once(env, each)
        seconds = time.monotonic() - began
        yield said("processes", PROCESSES)
        yield exactly("commands done", sql.one(url, RECEIPTS), PROCESSES * each)
        yield exactly("of them with their journal row", sql.one(url, ACTS), PROCESSES * each)
        yield exactly("errors, locked or other", len(faults), 0)
        yield said("what they said", sorted(set(faults))[:5])
        yield exactly("integrity", sql.one(url, "PRAGMA integrity_check"), "ok")
        yield said("commands per second, all together", PROCESSES * each / seconds)
        naive = _all_at_once({**env, **NAIVE}, min(each, 50))
        locked = any("locked" in one for one in naive)
        yield exactly("control: told to read before they write, some are locked", locked, wanted=True)


def _all_at_once(env: Mapping[str, str], each: int) -> list[str]:
    """What went wrong, in the database's own words."""
    return _said(env, "write", each, PROCESSES).splitlines()


def _said(env: Mapping[str, str], *what: object) -> str:
    command = [sys.executable, "-m", "proofs.never_locked.writers", *map(str, what)]
    done = subprocess.run(command, env=dict(env), stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{what} ended with {done.returncode}")
    return done.stdout
