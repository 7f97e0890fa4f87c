"""All that stands in a database, as one hash for each row: is everything there still, and has nothing come?"""

import hashlib
import sqlite3
from collections import Counter
from contextlib import closing
from typing import Any

import psycopg

# What Django writes of itself at each migration: there, what stood must stand, and more may have come.
OWN_OF_DJANGO = {"django_migrations", "django_content_type", "auth_permission"}
# SQLite's own tables of a full-text index: made of rows that are counted, in an order of its own.
DERIVED = "search_words"

Columns = dict[str, tuple[str, ...]]
Rows = dict[str, list[tuple[Any, ...]]]
Hashes = dict[str, Counter[bytes]]


class Database:
    """SQLite or PostgreSQL, read and written past Växel."""

    def __init__(self, url: str):
        self.sqlite = url.startswith("sqlite")
        self._url = url.removeprefix("sqlite:///") if self.sqlite else url

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        with closing(self._open()) as connection:
            return list(connection.execute(statement))

    def change(self, *statements: str) -> None:
        with closing(self._open()) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    def _open(self) -> Any:
        return sqlite3.connect(self._url) if self.sqlite else psycopg.connect(self._url)

    def columns(self) -> Columns:
        rows = self.ask(
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' "
            "AND m.name NOT LIKE 'sqlite%' ORDER BY 1, 2"
            if self.sqlite
            else "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' "
            "AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'public') ORDER BY 1, 2"
        )
        found: dict[str, list[str]] = {}
        for table, column in rows:
            if not table.startswith(DERIVED):
                found.setdefault(table, []).append(column)
        return {table: tuple(columns) for table, columns in found.items()}

    def guards(self) -> set[str]:
        """What keeps the rows right beside them: triggers, indexes and constraints, by name."""
        asked = (
            "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'index') AND name NOT LIKE 'sqlite%'"
            if self.sqlite
            else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal "
            "UNION SELECT indexname FROM pg_indexes WHERE schemaname = 'public' "
            "UNION SELECT conname FROM pg_constraint WHERE contype IN ('c', 'x', 'u')"
        )
        return {name for (name,) in self.ask(asked)}

    def applied(self) -> dict[str, str]:
        """App → its last migration; each app numbers them."""
        return dict(self.ask("SELECT app, MAX(name) FROM django_migrations GROUP BY app"))

    def rows(self, columns: Columns) -> Rows:
        return {table: self._rows(table, names) for table, names in columns.items()}

    def _rows(self, table: str, names: tuple[str, ...]) -> list[tuple[Any, ...]]:
        listed = ", ".join(f'"{name}"' for name in names)
        return self.ask(f'SELECT {listed} FROM "{table}"')


def hashes(rows: Rows, columns: Columns, only: Columns) -> Hashes:
    """One for each row, of the columns in `only`; `columns` names what each row holds."""
    found: Hashes = {}
    for table, names in only.items():
        places = [columns[table].index(name) for name in names]
        found[table] = Counter(_hash([row[place] for place in places]) for row in rows[table])
    return found


def _hash(values: list[Any]) -> bytes:
    return hashlib.sha256(repr(values).encode()).digest()


def in_both(one: Columns, other: Columns) -> Columns:
    shared = {table: tuple(name for name in one[table] if name in other[table]) for table in one if table in other}
    return {table: names for table, names in shared.items() if names}


def differing(before: Hashes, after: Hashes) -> int:
    """Rows that are gone, changed (counted twice) or new."""
    gone = sum((before[table] - after.get(table, Counter())).total() for table in before)
    new = sum(
        (after[table] - before[table]).total() for table in before if table in after and table not in OWN_OF_DJANGO
    )
    return gone + new
