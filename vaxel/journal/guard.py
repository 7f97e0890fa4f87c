"""The one door past the triggers: emptying a whole database (`flush`, `restore`). Everything else is refused."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connections

_open = ContextVar("journal_erasable", default=False)


@contextmanager
def erasable(using="default"):
    """Inside, entries and seals may be deleted: only to empty a database before it is filled again."""
    connection = connections[using]
    token = _open.set(True)
    _tell_postgres(connection, "on")
    try:
        yield
    finally:
        _tell_postgres(connection, "off")
        _open.reset(token)


def _tell_postgres(connection, state):
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('vaxel.journal_erasable', %s, false)", [state])


def teach_sqlite(connection, **_):
    """The triggers ask this function; a connection that is not Växel's lacks it and is refused outright."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("journal_erasable", 0, lambda: int(_open.get()))
