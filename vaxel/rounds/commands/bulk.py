"""Many rows of one table as each database takes them fastest: COPY on PostgreSQL, executemany on SQLite."""

from contextlib import contextmanager
from itertools import islice

from django.db import connection

AT_ONCE = 2000
MANY = 5000
ROOM = -128_000  # kilobytes, as SQLite counts them


def load(table, columns, rows):
    """`rows` is read one by one, never held; it must not ask the database anything (COPY has the connection)."""
    names = ", ".join(columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(columns))
            rows = iter(rows)
            while part := list(islice(rows, AT_ONCE)):  # Django holds what it is given until the last row
                cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", part)  # noqa: S608 - our own names


@contextmanager
def room():
    """For the pages of what is written, as far as they are needed: in SQLite's own 2 MB those of two hundred thousand bodies
    are written out and read in again.
    """
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    ours = connection.connection  # Django's cursor refuses where a transaction has failed, and would hide why
    (before,) = ours.execute("PRAGMA cache_size").fetchone()
    ours.execute(f"PRAGMA cache_size = {ROOM}")
    try:
        yield
    finally:
        ours.execute(f"PRAGMA cache_size = {before}")


def counted_anew(*models):
    """PostgreSQL keeps figures of what a column holds, and takes them anew a minute or so after many rows have come. Until
    then it thinks a round just sent is a few rows, and reads all of them to find one body's.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for model in models:
                cursor.execute(f"ANALYZE {model._meta.db_table}")
