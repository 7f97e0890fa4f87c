"""Proves that what was saved comes back, and that what was tampered with is found."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from proofs.promise import Figure, at_least, at_most, exactly, said, scaled
from proofs.restore import edits, equal, world
from proofs.servers import ordinary, postgres, sql, tables, vaxel

NAME = "restore"
PROMISE = "Backup and restore bring every table back equal, and verify finds every edit and truncation."
RECEIPTS, EDITS, MINUTES, EXAMPLE_FROM = 1_000_000, 1000, 10, 0.1


@dataclass(frozen=True)
class Place:
    """A database and the VAXEL_DATA beside it."""

    name: str
    url: str
    data: Path

    @property
    def env(self) -> dict[str, str]:
        return vaxel.environment(self.url, self.data)


def run(scale: float) -> Iterable[Figure]:
    with ordinary.workplace("restore") as folder, postgres.server(fsync="off") as server:
        first = _sqlite(folder, "first")
        world.lay(first.env, scaled(RECEIPTS, scale, 300), example=scale >= EXAMPLE_FROM)
        yield at_least("receipts saved", equal.rows_in(first.url, "rounds_receipt"), scaled(RECEIPTS, scale, 300))
        yield from _there_and_back(folder, server, first)
        small = _sqlite(folder, "small")
        world.lay(small.env, 300, example=scale >= EXAMPLE_FROM)
        yield from _tampered(folder, server, small, scaled(EDITS, scale, 20))


def _there_and_back(folder: Path, server: postgres.Server, first: Place) -> Iterator[Figure]:
    saved = folder / "of-sqlite"
    yield said("backup of SQLite, seconds", _timed(lambda: vaxel.run(first.env, "backup", str(saved))))
    same = _sqlite(folder, "same")
    yield from _restored(saved, first, same)
    moved = _postgresql(folder, server, "moved")
    yield from _restored(saved, first, moved)
    again = folder / "of-postgresql"
    yield said("backup of PostgreSQL, seconds", _timed(lambda: vaxel.run(moved.env, "backup", str(again))))
    yield from _restored(again, moved, _postgresql(folder, server, "kept"))
    yield exactly(
        "tables compared, left out but two by intent", len(equal.tables(first.url)), len(equal.tables(moved.url))
    )


def _restored(saved: Path, before: Place, after: Place) -> Iterator[Figure]:
    way = f"{_kind(before)} → {_kind(after)}"
    minutes = _timed(lambda: vaxel.run(after.env, "restore", str(saved))) / 60
    yield at_most(f"{way}: minutes to restore and verify", minutes, MINUTES)
    yield exactly(f"{way}: tables that differ by row hashes", equal.differing(before.url, after.url), [])
    heads = [
        sql.one(place.url, "SELECT hash FROM journal_seal ORDER BY number DESC LIMIT 1") for place in (before, after)
    ]
    yield exactly(f"{way}: the journal's head is the anchor's", {*heads, _anchored(after)} == {heads[0]}, wanted=True)


def _anchored(place: Place) -> str:
    line = (place.data / "journal-heads.txt").read_text().splitlines()[-1]
    return line.split()[1].partition(":")[2]


def _tampered(folder: Path, server: postgres.Server, small: Place, wanted: int) -> Iterator[Figure]:
    saved = folder / "of-small"
    vaxel.run(small.env, "backup", str(saved))
    other = _postgresql(folder, server, "tampered")
    vaxel.run(other.env, "restore", str(saved))
    found = [edits.tamper(place.env, wanted // 2, seed) for seed, place in enumerate((small, other))]
    made = sum(each.edits for each in found)
    yield at_least("edits and truncations made", made, wanted)
    yield exactly("of them not found by vaxel verify", sum(each.edits - each.found for each in found), 0)
    yield said("found by the journal's chain and anchor alone", sum(each.by_chain_alone for each in found))
    yield exactly("missed", [each for place in found for each in place.missed], [])
    yield exactly("false alarms when nothing is edited", [each for place in found for each in place.false_alarms], [])
    for kind in found[0].kinds:
        yield said(f"made: {kind.replace('_', ' ')}", sum(each.kinds.get(kind, 0) for each in found))


def _sqlite(folder: Path, name: str) -> Place:
    data = folder / name
    data.mkdir()
    return Place(name, tables.sqlite(data), data)


def _postgresql(folder: Path, server: postgres.Server, name: str) -> Place:
    data = folder / name
    data.mkdir()
    return Place(name, tables.postgresql(server, data, name), data)


def _kind(place: Place) -> str:
    return "SQLite" if place.url.startswith("sqlite") else "PostgreSQL"


def _timed(work) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began
