"""Real writers: connections of their own to the test's database, with transactions they open and close themselves."""

import sqlite3
import threading

from django.db import connection


class Writer:
    def __init__(self, opened, begin, mark):
        self._cursor = opened.cursor()
        self._opened = opened
        self._begin = begin
        self._mark = mark

    def begin(self):
        self._cursor.execute(self._begin)

    def insert(self, table, row):
        places = ", ".join([self._mark] * len(row))
        self._cursor.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", list(row.values()))

    def run(self, statement):
        self._cursor.execute(statement)

    def end(self, word="COMMIT"):
        self._cursor.execute(word)

    def close(self):
        self._opened.close()


def writer_factory(tmp_path):
    """opens() → a new Writer. SQLite's test database lies in memory: the writers get a copy of it in a file."""
    if connection.vendor == "postgresql":
        return _postgresql
    copy = tmp_path / "copy.sqlite3"
    with sqlite3.connect(copy) as target:
        connection.ensure_connection()
        connection.connection.backup(target)
    target.close()
    return lambda: _sqlite(copy)


def _sqlite(path):
    opened = sqlite3.connect(path, isolation_level=None, timeout=20, check_same_thread=False)
    opened.execute("PRAGMA journal_mode=WAL")
    return Writer(opened, "BEGIN IMMEDIATE", "?")


def _postgresql():
    parameters = {
        name: value
        for name, value in connection.get_connection_params().items()
        if name in {"dbname", "user", "password", "host", "port"}
    }
    opened = connection.Database.connect(**parameters, autocommit=True)
    return Writer(opened, "BEGIN", "%s")


class Second(threading.Thread):
    """The second of two writers: it writes while the first has not committed, and waits for it."""

    def __init__(self, writer, *acts):
        super().__init__(daemon=True)
        self.writer, self.acts, self.error = writer, acts, None

    def run(self):
        try:
            self.writer.begin()
            for act in self.acts:
                act(self.writer)
            self.writer.end()
        except Exception as error:  # noqa: BLE001 - whatever it was, the test looks at it
            self.error = error
