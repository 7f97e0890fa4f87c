"""The whole database put aside once and laid back before each story: filling Sweden anew takes ten seconds, this a tenth."""

import pickle
import sqlite3

from django.db import connection
from psycopg import sql

ALONE = "SET session_replication_role = 'replica'"  # no trigger and no foreign key speaks while rows are laid back


def take(path):
    """What stands in the database now, in a file."""
    (_take_sqlite if connection.vendor == "sqlite" else _take_postgresql)(path)


def of(path):
    """A function that lays back what was taken."""
    return (_of_sqlite if connection.vendor == "sqlite" else _of_postgresql)(path)


def _take_sqlite(path):
    draft = path.with_suffix(".draft")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(draft)])
    draft.rename(path)


def _of_sqlite(path):
    kept = sqlite3.connect(path, check_same_thread=False)

    def lay_back():
        connection.ensure_connection()
        kept.backup(connection.connection)

    return lay_back


def _take_postgresql(path):
    draft = path.with_suffix(".draft")
    with connection.cursor() as cursor:
        draft.write_bytes(pickle.dumps({name: _copied_out(cursor, name) for name in _tables(cursor)}))
    draft.rename(path)


def _of_postgresql(path):
    tables = pickle.loads(path.read_bytes())

    def lay_back():
        with connection.cursor() as cursor:
            cursor.execute(ALONE)
            names = sql.SQL(", ").join(map(sql.Identifier, tables))
            cursor.execute(sql.SQL("TRUNCATE {}").format(names))
            for name, rows in tables.items():
                with cursor.copy(sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(sql.Identifier(name))) as copy:
                    copy.write(rows)
            _count_on(cursor)
            cursor.execute("RESET session_replication_role")

    return lay_back


def _tables(cursor):
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'django_migrations'")
    return [name for (name,) in cursor.fetchall()]


def _copied_out(cursor, name):
    with cursor.copy(sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(sql.Identifier(name))) as copy:
        return b"".join(bytes(part) for part in copy)


def _count_on(cursor):
    """Sequences go on after what was laid back."""
    cursor.execute(
        "SELECT table_name, column_name, pg_get_serial_sequence(quote_ident(table_name), column_name) "
        "FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES'"
    )
    for table, column, sequence in cursor.fetchall():
        cursor.execute(
            sql.SQL("SELECT setval({}, COALESCE((SELECT MAX({}) FROM {}), 0) + 1, false)").format(
                sql.Literal(sequence), sql.Identifier(column), sql.Identifier(table)
            )
        )
