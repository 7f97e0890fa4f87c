"""Rows into a table, by each database's quickest way."""

from collections.abc import Iterable
from typing import Any

from vaxel.journal.rows import Table

AT_ONCE = 2000
ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
NULL = "\\N"


def load(connection: Any, table: Table, rows: Iterable[list]) -> int:
    return (_copy if connection.vendor == "postgresql" else _insert)(connection, table, rows)


def _insert(connection: Any, table: Table, rows: Iterable[list]) -> int:
    """By the driver itself: Django's cursor would hold every row until the last."""
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(column.name) for column in table.columns)
    places = ", ".join("?" * len(table.columns))
    cursor = connection.connection.cursor()
    cursor.executemany(f"INSERT INTO {quoted(table.name)} ({names}) VALUES ({places})", rows)  # noqa: S608
    return int(max(0, cursor.rowcount))


def _copy(connection: Any, table: Table, rows: Iterable[list]) -> int:
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(column.name) for column in table.columns)
    forms = [FORMS.get(column.kind, str) for column in table.columns]
    count = 0
    with connection.cursor() as cursor, cursor.copy(f"COPY {quoted(table.name)} ({names}) FROM STDIN") as copy:
        some: list[str] = []
        for row in rows:
            values = (NULL if value is None else form(value) for form, value in zip(forms, row, strict=True))
            some.append("\t".join(values))
            if len(some) == AT_ONCE:
                copy.write("\n".join(some) + "\n")
                count, some = count + len(some), []
        if some:
            copy.write("\n".join(some) + "\n")
    return count + len(some)


def _text(value: object) -> str:
    return str(value).translate(ESCAPED)


def _tokens(value: str) -> str:
    """Letters and digits alone: nothing in them can end the quotes."""
    return " ".join(f"'{word}'" for word in value.split())


FORMS = {
    "plain": _text,
    "json": _text,
    "time": lambda value: value if value.endswith("+00:00") else f"{value}+00",
    "bytes": lambda value: f"\\\\x{value.hex()}",
    "tokens": _tokens,
}
