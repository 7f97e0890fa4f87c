"""A database with every table, migrated once and copied: 90 migrations take longer than most files of tests.

SQLite: a file kept in .tool/databases under the hash of all that could have made it another. PostgreSQL: a template
database beside the tests' own, for this run; whoever runs the tests drops it.
"""

import fcntl
import hashlib
import shutil
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.management.color import no_style
from django.db import connections
from psycopg import sql

from devtools.places import REQUIREMENTS, ROOT, TOOL
from vaxel.journal.guard import erasable

KEPT = TOOL / "databases"
NEWEST = 3  # so many files are kept: one for each branch somebody goes back and forth between


@contextmanager
def ready():
    """The default connection stands at a database of this process's own, which is gone afterwards."""
    connection = connections["default"]
    before = connection.settings_dict["NAME"]
    name = connection.creation._get_test_db_name()
    (_copy_file if connection.vendor == "sqlite" else _copy_template)(connection, name)
    _stand_at(connection, name)
    yield
    connections.close_all()
    _stand_at(connection, before)
    if connection.vendor == "sqlite":
        for path in Path(name).parent.glob(Path(name).name + "*"):
            path.unlink()
    else:
        drop(name)


OF_THE_MIGRATIONS = {"django_migrations", "django_content_type", "auth_permission"}


def empty():
    """After a test that committed. Django would empty these three too, and fill them anew, a second each time."""
    connection = connections["default"]
    there = set(connection.introspection.django_table_names(only_existing=True, include_views=False))
    with erasable("default"):
        connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), sorted(there - OF_THE_MIGRATIONS)))


def drop_template():
    """After the last worker."""
    connection = connections["default"]
    if connection.vendor == "postgresql":
        drop(_template(connection))


def drop(name):
    _beside("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def _copy_file(connection, name):
    kept = KEPT / f"{fingerprint()}.sqlite3"
    with alone(kept):
        if not kept.exists():
            _migrate(connection, name)
            _keep(connection, kept)
    for left in ("-wal", "-shm"):
        Path(name + left).unlink(missing_ok=True)
    shutil.copyfile(kept, name)


def copied_to(path):
    """For a `vaxel` that a test starts on a file of its own: the tables, if some worker has made them already."""
    kept = KEPT / f"{fingerprint()}.sqlite3"
    with alone(kept):
        there = kept.exists()
    if there:
        shutil.copyfile(kept, path)
    return there


def _keep(connection, kept):
    draft = kept.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(draft)])
    connection.close()
    draft.rename(kept)
    for old in sorted(KEPT.glob("*.sqlite3"), key=lambda path: -path.stat().st_mtime)[NEWEST:]:
        old.unlink()


def _copy_template(connection, name):
    template = _template(connection)
    with alone(KEPT / template):
        if not _exists(template):
            _migrate(connection, template)
        drop(name)
        _beside("CREATE DATABASE {} TEMPLATE {}", name, template)
        _beside("ALTER DATABASE {} SET synchronous_commit TO off", name)  # nobody needs it after a crash


def _template(connection):
    """Named by what is in it: a template left by a killed run of other code is never taken for ours."""
    return f"test_{connection.settings_dict['NAME']}_{fingerprint()[:12]}"


def _exists(name):
    with connections["default"].creation._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return cursor.fetchone() is not None


def _beside(statement, *names):
    """Done from the server's own database, while nobody stands in these."""
    with connections["default"].creation._nodb_cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _migrate(connection, name):
    before, connection.settings_dict["TEST"]["NAME"] = connection.settings_dict["NAME"], name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    if connection.vendor != "sqlite":
        connection.close()
        _stand_at(connection, before)


def _stand_at(connection, name):
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


@contextmanager
def alone(path):
    """One process at a time; the others wait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(path.name + ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@cache
def fingerprint():
    """Of all that can make the tables others: migrations, models and the rules they hold, what answers `post_migrate`.

    A page or a command is none of it: who changes one does not wait for ninety migrations.
    """
    found = hashlib.sha256(sys.version.encode())
    for path in sorted([*read_by_migrations(), *REQUIREMENTS.glob("*.txt")]):
        found.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:32]


# The rooms that no migration, model or app looks into (tests/house/test_migrations.py).
UNREAD = set(
    "pages api commands queries documents example serving management templatetags tests charts gallery".split()
)


def read_by_migrations():
    package = ROOT / "vaxel"
    for path in package.rglob("*"):
        if path.suffix in {".py", ".csv", ".json", ".toml", ".sql"} and not UNREAD & set(
            path.relative_to(package).parts
        ):
            yield path
