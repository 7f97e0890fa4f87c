"""One database up to today's tables and back to the old ones, with all its rows hashed at each step."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping

from proofs.promise import Figure, at_least, exactly, said
from proofs.servers import vaxel
from proofs.upgrade.rows import OWN_OF_DJANGO, Columns, Database, Rows, differing, hashes, in_both

# What `vaxel migrate APP NAME` does for each app in turn, in one plan: the newer version takes its own tables away.
BACK = """
import django; django.setup()
import json, sys
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
MigrationExecutor(connection).migrate(list(json.loads(sys.argv[1]).items()))
emit_post_migrate_signal(0, False, "default")
"""


def there_and_back(
    title: str,
    old: Mapping[str, str],
    new: Mapping[str, str],
    database: Database,
    *,
    verify: bool,
) -> Iterator[Figure]:
    """Without `verify` the two `vaxel verify` are left out: it says little of a database that is nearly empty."""
    columns, guards, state = database.columns(), database.guards(), database.applied()
    stood = database.rows(columns)
    yield at_least(f"{title}: rows compared", sum(map(len, stood.values())), 1)
    began = time.monotonic()
    vaxel.run(new, "migrate", "--verbosity", "0")
    yield said(f"{title}: seconds the upgrade took", round(time.monotonic() - began, 1))
    shared = in_both(columns, database.columns())
    yield said(f"{title}: kept by the old one alone, and gone until the way back", _alone(columns, shared))
    now = hashes(database.rows(shared), shared, shared)
    yield exactly(f"{title}: rows that differ after the upgrade", differing(hashes(stood, columns, shared), now), 0)
    control = differing(hashes(_with_one_changed(stood, columns, shared), columns, shared), now)
    yield exactly(f"{title}: control, so many for one changed value", control, 2)
    if verify:
        yield exactly(f"{title}: vaxel verify says", _verified(new), "right")
    _back(new, database, state)
    if verify:
        vaxel.run(old, "migrate", "--verbosity", "0")
    yield exactly(
        f"{title}: tables, columns, indexes and triggers that differ on the way back",
        _built(database, columns, guards),
        [],
    )
    yield exactly(f"{title}: rows that differ on the way back", _differing_now(database, stood, columns), 0)
    if verify:
        yield exactly(f"{title}: the old release's vaxel verify says on the way back", _verified(old), "right")


def _with_one_changed(stood: Rows, columns: Columns, shared: Columns) -> Rows:
    """A control: what an upgrade that changed one value in one row would have left."""
    table = next(name for name in shared if stood[name] and name not in OWN_OF_DJANGO)
    place = columns[table].index(shared[table][0])
    first, *rest = stood[table]
    return {**stood, table: [(*first[:place], "changed", *first[place + 1 :]), *rest]}


def _alone(columns: Columns, shared: Columns) -> list[str]:
    return [
        f"{table}.{name}" for table, names in columns.items() for name in names if name not in shared.get(table, ())
    ]


def _built(database: Database, columns: Columns, guards: set[str]) -> list[str]:
    now = database.columns()
    tables = [table for table in columns.keys() | now.keys() if columns.get(table) != now.get(table)]
    return sorted([*tables, *(guards ^ database.guards())])


def _differing_now(database: Database, stood: Rows, columns: Columns) -> int:
    """Of the old columns; one that is not there again would have been told of already."""
    there = in_both(columns, database.columns())
    return differing(hashes(stood, columns, there), hashes(database.rows(there), there, there))


def _verified(env: Mapping[str, str]) -> str:
    done = vaxel.run(env, "verify", check=False)
    wrong = [line.strip()[:200] for line in done.stdout.splitlines() if line.startswith(" NEJ")]
    return "right" if not done.returncode else "; ".join(wrong) or done.stderr.strip()[-300:]


def _back(new: Mapping[str, str], database: Database, state: Mapping[str, str]) -> None:
    targets = {app: state.get(app) for app, name in database.applied().items() if state.get(app) != name}
    asked = [sys.executable, "-c", BACK, json.dumps(targets)]
    done = subprocess.run(asked, env=dict(new), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"The way back: {done.stderr.strip()[-2000:]}")
