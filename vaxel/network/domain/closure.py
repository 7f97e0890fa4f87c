"""Who lies below whom, when: derived from the dated ties.

A path of ties counts for the days when all of it holds. Only its first tie, the descendant's own, may be a *part* tie:
Region Halland lies in two healthcare regions, its clinics in neither.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple


class Stretch(NamedTuple):
    """Half-open: the last day is the day before `end`."""

    start: dt.date
    end: dt.date


class DatedTie(NamedTuple):
    child: int
    parent: int
    whole: bool
    start: dt.date
    end: dt.date


class Row(NamedTuple):
    """For all of these days the shortest way up from descendant to ancestor is `depth` ties long."""

    ancestor: int
    descendant: int
    depth: int
    start: dt.date
    end: dt.date


class RingError(ValueError):
    """A body would lie below itself on some day."""


Up = Mapping[int, list[DatedTie]]


def by_child(ties: Iterable[DatedTie]) -> dict[int, list[DatedTie]]:
    up: dict[int, list[DatedTie]] = {}
    for tie in ties:
        up.setdefault(tie.child, []).append(tie)
    return up


def closure(ties: Iterable[DatedTie]) -> Iterator[Row]:
    """Every row of a tree, ordered by descendant as first met. Raises RingError."""
    up = by_child(ties)
    for descendant in up:
        yield from rows_above(descendant, up)


def rows_above(descendant: int, up: Up) -> Iterator[Row]:
    """All rows of one descendant: level by level upward, so that the shortest way to each ancestor comes first.

    `up` must hold the ties of the descendant and of everything above it. One row per longest stretch of equal depth.
    """
    found: dict[int, list[tuple[Stretch, int]]] = {}
    level = [(tie.parent, Stretch(tie.start, tie.end)) for tie in up.get(descendant, ())]
    depth = 1
    while level:
        level = list(_climb(level, depth, descendant, found, up))
        depth += 1
    for ancestor, stretches in found.items():
        for stretch, steps in _joined(stretches):
            yield Row(ancestor, descendant, steps, stretch.start, stretch.end)


def _climb(
    level: list[tuple[int, Stretch]],
    depth: int,
    descendant: int,
    found: dict[int, list[tuple[Stretch, int]]],
    up: Up,
) -> Iterator[tuple[int, Stretch]]:
    """Notes the bodies of this level for the days no shorter way covers, and steps on to the next by whole ties."""
    for ancestor, stretch in level:
        if ancestor == descendant:
            raise RingError(f"{descendant} would lie below itself from {stretch.start}")
        known = found.setdefault(ancestor, [])
        for news in _uncovered(stretch, known):
            known.append((news, depth))
            for tie in up.get(ancestor, ()):
                if tie.whole and (shared := _shared(news, tie)):
                    yield tie.parent, shared


def _shared(stretch: Stretch, tie: DatedTie) -> Stretch | None:
    start, end = max(stretch.start, tie.start), min(stretch.end, tie.end)
    return Stretch(start, end) if start < end else None


def _uncovered(stretch: Stretch, known: list[tuple[Stretch, int]]) -> list[Stretch]:
    """What is left of the stretch when the known ones are cut out of it."""
    left = [stretch]
    for covered, _ in known:
        left = [piece for part in left for piece in _cut(part, covered)]
    return left


def _cut(part: Stretch, covered: Stretch) -> Iterator[Stretch]:
    if covered.end <= part.start or part.end <= covered.start:
        yield part
        return
    if part.start < covered.start:
        yield Stretch(part.start, covered.start)
    if covered.end < part.end:
        yield Stretch(covered.end, part.end)


def _joined(stretches: list[tuple[Stretch, int]]) -> Iterator[tuple[Stretch, int]]:
    """Neighbouring stretches of equal depth become one."""
    if len(stretches) == 1:
        yield stretches[0]
        return
    runs: list[tuple[Stretch, int]] = []
    for stretch, depth in sorted(stretches):
        if runs and (runs[-1][0].end, runs[-1][1]) == (stretch.start, depth):
            runs[-1] = Stretch(runs[-1][0].start, stretch.end), depth
        else:
            runs.append((stretch, depth))
    yield from runs
