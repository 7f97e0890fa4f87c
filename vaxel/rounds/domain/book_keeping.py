"""Entries of a workbook as they lie in the database between preview and acceptance."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from vaxel.rounds.domain.book import Entry, Filled, Plain

FLAGS = ("formula", "error", "merged")


def kept(filled: Filled, bodies: Iterable[int]) -> list[list[Any]]:
    """Only what can matter: an empty cell that was empty when fetched says nothing."""
    wanted = set(bodies)
    return [_row(entry) for entry in filled.entries if _matters(entry, filled.seen, wanted)]


def _matters(entry: Entry, seen: Mapping[int, Mapping[str, str]] | None, wanted: set[int]) -> bool:
    if entry.value is not None or any(getattr(entry, flag) for flag in FLAGS):
        return True
    if entry.body_id is None or entry.body_id not in wanted:
        return False
    return seen is None or entry.question_id in seen.get(entry.body_id, {})


def _row(entry: Entry) -> list[Any]:
    flags = "".join("1" if getattr(entry, flag) else "0" for flag in FLAGS)
    place = [entry.sheet, entry.address, entry.row, entry.body_id, entry.key, entry.table, entry.column]
    return [*place, *_value(entry.value), flags]


def _value(value: Plain) -> tuple[str, Any]:
    if isinstance(value, Decimal):
        return "n", format(value, "f")
    if isinstance(value, dt.date):
        return "d", value.isoformat()
    return ("b", value) if isinstance(value, bool) else ("s", value)


def told(rows: Iterable[Sequence[Any]]) -> list[Entry]:
    return [_entry(*row) for row in rows]


def _entry(
    sheet: str, address: str, row: int, body_id: int | None, key: str, table: str, column: str, *rest: Any
) -> Entry:
    kind, value, flags = rest
    plain = Decimal(value) if kind == "n" else dt.date.fromisoformat(value) if kind == "d" else value
    marks = {flag: flags[place] == "1" for place, flag in enumerate(FLAGS)}
    return Entry(sheet, address, row, body_id, key, plain, table, column, **marks)
