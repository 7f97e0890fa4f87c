"""PostgreSQL is told a question's words once a connection, and then keeps how it answers them."""

from contextlib import contextmanager
from functools import cache
from types import SimpleNamespace


@contextmanager
def prepared(connection):
    """Django writes the values into the words, so that each asking is a new question to PostgreSQL, to be planned anew."""
    if connection.vendor != "postgresql":
        yield
        return
    connection.ensure_connection()
    session = connection.connection
    kept, session.cursor_factory = session.cursor_factory, _cursor()
    try:
        yield
    finally:
        session.cursor_factory = kept


@cache
def _cursor():
    from django.db.backends.postgresql.base import ServerBindingCursor  # psycopg is not everybody's

    class Cursor(ServerBindingCursor):
        def execute(self, query, params=None, **named):
            """Django's log of what was asked reads `_query`, which is left empty where the words were sent before."""
            found = super().execute(query, params, **named)
            self._query = SimpleNamespace(query=query.encode())
            return found

    return Cursor
