"""Are two databases equal, table by table? Read by the drivers alone, past Växel and its own way of reading rows."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import psycopg
from psycopg.types.string import TextLoader

# What a backup leaves out by intent, and what SQLite and PostgreSQL each need for themselves.
OWN = {"django_session", "shared_cache", "django_migrations", "sqlite_sequence"}
ZONED, UUID, JSON, BYTES, TOKENS = "timestamptz", "uuid", "jsonb", "bytea", "tsvector"


def tables(url: str) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    if not url.startswith("sqlite"):
        query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    found = [name for (name,) in _rows(url, query)]
    return sorted(name for name in found if name not in OWN and not name.startswith("search_words"))


def differing(one: str, other: str) -> list[str]:
    """Tables that are not row by row the same."""
    names = tables(one)
    if names != tables(other):
        return ["the tables themselves"]
    across = one.startswith("sqlite") != other.startswith("sqlite")
    as_told = (_meant(one, other) if across else _raw) if names else _raw
    return [name for name in names if as_told(one, name) != as_told(other, name)]


def rows_in(url: str, name: str) -> int:
    return int(next(_rows(url, f'SELECT count(*) FROM "{name}"'))[0])


def _raw(url: str, name: str) -> str:
    """As the database itself tells each row, in whatever order it keeps them."""
    if url.startswith("sqlite"):
        return _together(repr(row) for row in _rows(url, f'SELECT * FROM "{name}"'))
    return _together(row for (row,) in _rows(url, f'SELECT t::text FROM "{name}" t'))


def _together(rows: Iterator[str]) -> str:
    """A sum of hashes does not mind the order; with the number of rows it minds everything else."""
    total, count = 0, 0
    for row in rows:
        total += int.from_bytes(hashlib.sha256(row.encode()).digest())
        count += 1
    return f"{count}:{total:x}"


def _meant(one: str, other: str) -> Any:
    """Across kinds: PostgreSQL's types say what SQLite's texts and numbers mean."""
    postgres = other if one.startswith("sqlite") else one

    def told(url: str, name: str) -> str:
        types = _types(postgres, name)
        columns = ", ".join(f'"{column}"' for column in types)
        kinds = list(types.values())
        found = _rows(url, f'SELECT {columns} FROM "{name}"')
        return _together(repr([_value(*pair) for pair in zip(row, kinds, strict=True)]) for row in found)

    return told


def _types(url: str, name: str) -> dict[str, str]:
    query = "SELECT column_name, udt_name FROM information_schema.columns WHERE table_name = %s ORDER BY column_name"
    with psycopg.connect(url) as connection:
        return dict(connection.execute(query, [name]).fetchall())


def _value(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind == ZONED:
        return _moment(str(value))
    if kind == UUID:
        return str(value).replace("-", "")
    if kind == JSON:
        return json.dumps(json.loads(value), sort_keys=True)
    if kind == BYTES:
        return bytes(value)
    if kind == TOKENS:
        return sorted(str(value).replace("'", "").split())
    if kind == "bool":
        return bool(value)
    return float(value) if kind == "numeric" else str(value)


def _moment(text: str) -> str:
    head, _, tail = text.replace("T", " ").removesuffix("+00:00").removesuffix("+00").partition(".")
    return f"{head}.{tail.ljust(6, '0')}"


def _rows(url: str, query: str) -> Iterator[tuple]:
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            yield from connection.execute(query)
        return
    with psycopg.connect(url, options="-c timezone=UTC") as connection:
        connection.adapters.register_loader("jsonb", TextLoader)
        with connection.cursor("rows") as cursor:
            yield from cursor.execute(query)
