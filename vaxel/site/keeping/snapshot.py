"""One moment of the whole database, while others go on writing: nobody waits for a backup."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

BEGIN = {
    "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    "sqlite": "BEGIN DEFERRED",  # in WAL a reader sees the moment of its first question, and hinders nobody
}


@contextmanager
def snapshot(connection: Any) -> Iterator[Any]:
    """A connection of its own beside `connection`, where nothing changes and nothing can be written."""
    own = connection.copy()
    try:
        with own.cursor() as cursor:
            if own.vendor == "sqlite":
                cursor.execute("PRAGMA query_only = ON")
            cursor.execute(BEGIN[own.vendor])
            cursor.execute("SELECT 1 FROM django_migrations")
        yield own
    finally:
        own.close()
