"""What becomes of each row in a file of units, before anything is written.

A unit is known by its principal's own id for it. Rows absent from a file change nothing: a file is never the whole
truth.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

LONGEST_ID = 40
LONGEST_NAME = 200
LIKE_ENOUGH = 0.5  # below this likeness of names the same id probably stands for another unit

_ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")


class Fate(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    UNSURE = "unsure"
    REFUSED = "refused"


class Why(StrEnum):
    """Reasons for being unsure or refusing; the page says them in words."""

    NO_ID = "no_id"
    NO_NAME = "no_name"
    LONG_ID = "long_id"
    LONG_NAME = "long_name"
    CONTROL_CHARACTERS = "control_characters"
    NOT_AN_ADDRESS = "not_an_address"
    TWICE_IN_FILE = "twice_in_file"
    UNKNOWN_PARENT = "unknown_parent"
    RING = "ring"
    LOST_ZEROS = "lost_zeros"
    SAME_NAME = "same_name"
    OTHER_NAME = "other_name"
    ENDED = "ended"


@dataclass(frozen=True)
class Row:
    """One line of the file; `line` as the spreadsheet numbers it. `parent` is the own id of a unit above, or empty.

    None means that the file has no such column: what is known stays as it is. An empty cell empties.
    """

    line: int
    own_id: str
    name: str
    parent: str | None = None
    mailbox: str | None = None


@dataclass(frozen=True)
class Known:
    """A unit of the principal as it stands today; `ended` units keep their id but act no more."""

    own_id: str
    name: str
    parent: str = ""
    mailbox: str = ""
    ended: bool = False


@dataclass(frozen=True)
class Change:
    what: str  # "name", "parent" or "mailbox"
    before: str
    after: str


@dataclass(frozen=True)
class Judged:
    row: Row
    fate: Fate
    why: Why | None = None
    about: str = ""  # what the reason points at: another id, a name, a line
    changes: tuple[Change, ...] = field(default=())

    @property
    def writes(self) -> bool:
        """Would it change anything without anyone having to decide?"""
        return self.fate in (Fate.NEW, Fate.CHANGED)


class _Known:
    """The units at hand, to be asked by id, by id without its leading zeros, and by name. A living one hides an ended."""

    def __init__(self, units: Iterable[Known]) -> None:
        self.by_id = {unit.own_id: unit for unit in sorted(units, key=lambda unit: not unit.ended)}
        self.by_number = {own_id.lstrip("0"): own_id for own_id in self.by_id}
        self.by_name = {_bare(unit.name): unit.own_id for unit in self.by_id.values() if not unit.ended}
        self.standing = {own_id for own_id, unit in self.by_id.items() if not unit.ended}


def judge(rows: Sequence[Row], known: Iterable[Known]) -> list[Judged]:
    """The fate of every row, in the file's order.

    A row refused takes the rows below it along, if the unit it would have made is not there already.
    """
    at_hand = _Known(known)
    twins = _twins(rows)
    judged = {row.line: _alone(row, at_hand, twins) for row in rows}
    _refuse_rings(rows, judged, at_hand)
    _refuse_orphans(rows, judged, at_hand.standing)
    return [judged[row.line] for row in rows]


def to_write(judged: Sequence[Judged], accepted: AbstractSet[int]) -> list[Judged]:
    """What a confirmed import writes: what is new or changed, and the unsure rows (by line) that someone took in.

    A row below an unsure one that was left out is left out too: its unit above would not be there.
    """
    chosen = [each for each in judged if each.writes or (each.fate == Fate.UNSURE and each.row.line in accepted)]
    left_out = {each.row.own_id for each in judged if _would_be_born(each) and each not in chosen}
    while orphans := [each for each in chosen if each.row.parent in left_out]:
        chosen = [each for each in chosen if each not in orphans]
        left_out |= {each.row.own_id for each in orphans if _would_be_born(each)}
    return chosen


def _would_be_born(judged: Judged) -> bool:
    return judged.fate == Fate.NEW or judged.why in (Why.LOST_ZEROS, Why.SAME_NAME, Why.ENDED)


def _alone(row: Row, known: _Known, twins: Mapping[str, list[int]]) -> Judged:
    if reason := _malformed(row):
        return Judged(row, Fate.REFUSED, reason)
    if len(twins[row.own_id]) > 1:
        return Judged(row, Fate.REFUSED, Why.TWICE_IN_FILE, ", ".join(map(str, twins[row.own_id])))
    if row.own_id in known.by_id:
        return _against(row, known.by_id[row.own_id])
    return _newcomer(row, known)


def _malformed(row: Row) -> Why | None:
    tests = (
        (Why.NO_ID, not row.own_id),
        (Why.NO_NAME, not row.name),
        (Why.LONG_ID, len(row.own_id) > LONGEST_ID),
        (Why.LONG_NAME, len(row.name) > LONGEST_NAME),
        (Why.CONTROL_CHARACTERS, any(_has_controls(text) for text in (row.own_id, row.name, row.parent or ""))),
        (Why.NOT_AN_ADDRESS, bool(row.mailbox) and not _ADDRESS.fullmatch(row.mailbox or "")),
    )
    return next((why for why, true in tests if true), None)


def _against(row: Row, unit: Known) -> Judged:
    if unit.ended:
        return Judged(row, Fate.UNSURE, Why.ENDED, unit.name)
    changes = tuple(_changes(row, unit))
    if not changes:
        return Judged(row, Fate.UNCHANGED)
    if likeness(row.name, unit.name) < LIKE_ENOUGH:
        return Judged(row, Fate.UNSURE, Why.OTHER_NAME, unit.name, changes)
    return Judged(row, Fate.CHANGED, changes=changes)


def _newcomer(row: Row, known: _Known) -> Judged:
    if alike := known.by_number.get(row.own_id.lstrip("0")):
        return Judged(row, Fate.UNSURE, Why.LOST_ZEROS, alike)
    if namesake := known.by_name.get(_bare(row.name)):
        return Judged(row, Fate.UNSURE, Why.SAME_NAME, namesake)
    return Judged(row, Fate.NEW)


def _changes(row: Row, unit: Known) -> Iterable[Change]:
    for what in ("name", "parent", "mailbox"):
        before, after = getattr(unit, what), getattr(row, what)
        if after is not None and after != before:
            yield Change(what, before, after)


def _refuse_rings(rows: Sequence[Row], judged: dict[int, Judged], known: _Known) -> None:
    above = {unit.own_id: unit.parent for unit in known.by_id.values()}
    above |= {row.own_id: row.parent for row in rows if row.parent is not None}
    rings = _rings(above)
    for row in rows:
        if row.own_id in rings and row.parent and judged[row.line].fate != Fate.REFUSED:
            judged[row.line] = Judged(row, Fate.REFUSED, Why.RING, row.parent)


def _rings(above: Mapping[str, str]) -> set[str]:
    """Every id that has itself above it; each id is walked over once."""
    walked: set[str] = set()
    rings: set[str] = set()
    for start in above:
        path: dict[str, int] = {}
        place = start
        while place and place not in walked and place not in path:
            path[place] = len(path)
            place = above.get(place, "")
        rings |= set(list(path)[path[place] :]) if place in path else set()
        walked.update(path)
    return rings


def _refuse_orphans(rows: Sequence[Row], judged: dict[int, Judged], standing: AbstractSet[str]) -> None:
    """Refuse rows whose unit above is nowhere or is itself refused, and so on downward."""
    there = standing | {row.own_id for row in rows if judged[row.line].fate != Fate.REFUSED}
    below: dict[str, list[Row]] = {}
    for row in rows:
        if row.parent and judged[row.line].fate != Fate.REFUSED:
            below.setdefault(row.parent, []).append(row)
    missing = [parent for parent in below if parent not in there]
    while missing:
        parent = missing.pop()
        for row in below.pop(parent, ()):
            judged[row.line] = Judged(row, Fate.REFUSED, Why.UNKNOWN_PARENT, parent)
            if row.own_id not in standing:
                missing.append(row.own_id)


def _twins(rows: Sequence[Row]) -> dict[str, list[int]]:
    lines: dict[str, list[int]] = {}
    for row in rows:
        lines.setdefault(row.own_id, []).append(row.line)
    return lines


def likeness(one: str, other: str) -> float:
    """0 to 1, whatever the case and punctuation."""
    return SequenceMatcher(None, _bare(one), _bare(other), autojunk=False).ratio()


def _bare(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _has_controls(text: str) -> bool:
    return any(unicodedata.category(character) == "Cc" for character in text)
