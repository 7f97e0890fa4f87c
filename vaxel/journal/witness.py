"""Rows outside the journal that the chain answers for: the sealer writes an entry with their hash, and seals it.

An entry `journal.witness` says which table and columns, which rows and what hash; from then on a row that is edited or
taken away is found by `vaxel verify`, whoever did it and however. Nothing is added to the command that wrote the row.
A row is witnessed once it can no longer change: at once in an append-only table, else from the state named in `when`.
"""

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from hashlib import sha256
from typing import Any

from django.db import connection, transaction

from vaxel.calendar.clock import now
from vaxel.journal.models import Entry
from vaxel.journal.rows import Table, read, selected
from vaxel.journal.witnessed import Watched, watched

ACTION, ERASED = "journal.witness", "journal.erase_row"
BATCH = 1000  # rows in one entry: a fault is told within so many
REACH = 10_000  # how far below the last witnessed row a late commit is looked for, but once a day
RECENT = 500  # entries read to know what is witnessed within that reach

Ranges = list[list[int]]


def witness(reach: int | None = REACH) -> int:
    """How many rows were witnessed now. `reach=None` looks through every table."""
    return sum(_witness(each, reach) for each in watched())


def _witness(each: Watched, reach: int | None) -> int:
    """Read without a lock, one insert per batch: two who do it at once vouch for the same rows, which is no fault."""
    table, ids = each.read_as(), list(unwitnessed(each, reach))
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        leaves = Leaves(table, f"{_key(table)} BETWEEN {some[0]} AND {some[-1]}")
        columns = [column.name for column in table.columns]
        facts = {"rows": ranges(some), "columns": columns, "hash": leaves.together(some, {})}
        Entry.objects.create(at=now(), action=ACTION, object_type=each.table, facts=facts)
    return len(ids)


def unwitnessed(each: Watched, reach: int | None = None) -> Iterator[int]:
    """Rows that nobody vouches for yet. One far behind the last may be told twice, which does no harm."""
    told = Entry.objects.filter(action=ACTION, object_type=each.table).order_by("-id")
    lately = told.values_list("facts", flat=True)[: RECENT if reach else None]
    covered = _joined(sorted(span for facts in lately for span in facts["rows"]))
    floor = covered[-1][1] - reach if covered and reach else 0
    key, place = connection.ops.quote_name(each.read_as().key), 0
    names = connection.ops.quote_name(each.table)
    query = f"SELECT {key} FROM {names} WHERE {key} > {floor} AND {each.condition} ORDER BY {key}"  # noqa: S608
    for (number,) in _within(query):
        while place < len(covered) and covered[place][1] < number:
            place += 1
        if place == len(covered) or number < covered[place][0]:
            yield number


class Leaves:
    """Each row's own hash, by its identity; forty bytes a row."""

    def __init__(self, table: Table, condition: str = "1 = 1"):
        self.ids, self.hashes = array("q"), bytearray()
        told = [place for place, column in enumerate(table.columns) if column.kind == "json"]
        at = [column.name for column in table.columns].index(table.key)
        for row in _within(f"{selected(connection, table)} WHERE {condition} ORDER BY {_key(table)}"):
            self.ids.append(row[at])
            self.hashes += leaf(row, told)

    def of(self, number: int) -> bytes | None:
        place = bisect_left(self.ids, number)
        if place == len(self.ids) or self.ids[place] != number:
            return None
        return bytes(self.hashes[32 * place : 32 * place + 32])

    def together(self, numbers: Iterable[int], erased: dict[int, bytes]) -> str:
        found = sha256()
        for number in numbers:
            found.update(erased.get(number) or self.of(number) or b"gone")
        return found.hexdigest()


def leaf(row: Sequence[Any], told: Sequence[int] = ()) -> bytes:
    """The same from both databases: what is told as JSON is told again with its keys in order."""
    if told:
        row = [_canonical(value) if place in told else value for place, value in enumerate(row)]
    return sha256(json.dumps(row, ensure_ascii=True, separators=(",", ":"), default=_bytes).encode()).digest()


def _canonical(text: str | None) -> Any:
    return text if text is None else json.dumps(json.loads(text, parse_float=_number), sort_keys=True)


def _number(text: str) -> float | int:
    """PostgreSQL tells 1e16 as a whole number."""
    value = float(text)
    return int(value) if value.is_integer() else value


def _bytes(value: Any) -> str:
    return sha256(bytes(value)).hexdigest()


def ranges(numbers: Iterable[int]) -> Ranges:
    """[1, 2, 3, 7] → [[1, 3], [7, 7]]."""
    found: Ranges = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def _joined(spans: Iterable[list[int]]) -> Ranges:
    """Sorted spans that touch or overlap made one, so that those left lie apart."""
    found: Ranges = []
    for first, last in spans:
        if found and first <= found[-1][1] + 1:
            found[-1][1] = max(found[-1][1], last)
        else:
            found.append([first, last])
    return found


def erasing(table: str, number: int) -> dict[str, object]:
    """For whoever erases a witnessed row on decision: facts of the entry that says so, so that the rest still holds.

    `journal.record(witness.ERASED, object_type=table, object_id=number, facts=witness.erasing(table, number), …)`
    before the row is changed.
    """
    read_as = next(each for each in watched() if each.table == table).read_as()
    found = Leaves(read_as, f"{_key(read_as)} = {int(number)}").of(number)
    return {"leaf": found.hex() if found else ""}


def faults() -> Iterator[str]:
    """What was witnessed and is no longer so."""
    for each in watched():
        erased = _erased(each.table)
        for columns, entries in _by_columns(each.table):
            leaves = Leaves(each.read_as().only(columns))
            for facts in entries:
                yield from _fault(each.table, facts, leaves, erased)


def _fault(table: str, facts: dict, leaves: Leaves, erased: dict[int, bytes]) -> Iterator[str]:
    numbers = [number for first, last in facts["rows"] for number in range(first, last + 1)]
    if leaves.together(numbers, erased) == facts["hash"]:
        return
    gone = [number for number in numbers if leaves.of(number) is None and number not in erased]
    if gone:
        yield f"{table} {_told(gone)}: gone"
    else:
        yield f"{table} {_told(numbers)}: not as witnessed"


def _told(numbers: Sequence[int]) -> str:
    found = ranges(numbers)
    first, last = found[0][0], found[-1][1]
    return str(first) if first == last else f"{first}–{last}"


def _by_columns(table: str) -> Iterator[tuple[tuple[str, ...], list[dict]]]:
    """A later version's table has other columns; what was witnessed before is read by those of its day."""
    groups: dict[tuple[str, ...], list[dict]] = {}
    told = Entry.objects.filter(action=ACTION, object_type=table).order_by("id")
    for facts in told.values_list("facts", flat=True).iterator(2000):
        groups.setdefault(tuple(facts["columns"]), []).append(facts)
    yield from groups.items()


def _erased(table: str) -> dict[int, bytes]:
    told = Entry.objects.filter(action=ERASED, object_type=table).order_by(
        "-id"
    )  # the first holds: it was still whole then
    return {int(number): bytes.fromhex(facts["leaf"]) for number, facts in told.values_list("object_id", "facts")}


def _key(table: Table) -> str:
    return str(connection.ops.quote_name(table.key))


def _within(query: str) -> Iterator[tuple]:
    """A transaction of SQLite's would keep every writer waiting while we read."""
    with transaction.atomic() if connection.vendor == "postgresql" else nullcontext():
        yield from read(connection, query)
