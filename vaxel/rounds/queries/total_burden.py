"""The nation's total burden: what everybody has been asked, by kind of body, by sender's level, by year. Open to anyone.

Reckoned from each round's frame (two bytes a body, shared by rounds that ask the same), never from deliveries: two
queries however many have been asked. A frame never changes, so what it holds is reckoned once for each process.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from django.db.models import Count

from vaxel.calendar.clock import today
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Identity
from vaxel.rounds.domain.burden import Asked, Level, Sum, level_of, sums
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.models import Frame, Round
from vaxel.rounds.models.reading import SENT

MOST_KEPT = 4096
_held: dict[str, dict[int, int]] = {}  # the frame's key (a hash of what it holds) → bits of kinds → bodies


@dataclass(frozen=True)
class KindLine:
    """What one kind of body has been asked in a year; `bodies` are how many there are of it."""

    kind: Kind
    bodies: int
    sum: Sum

    @property
    def minutes_each(self) -> int:
        return round(self.sum.minutes / self.bodies) if self.bodies else 0

    @property
    def parts_each(self) -> float:
        return self.sum.parts / self.bodies if self.bodies else 0.0


@dataclass(frozen=True)
class SenderLine:
    level: Level
    sum: Sum


@dataclass(frozen=True)
class YearBurden:
    year: int
    rounds: int
    whole: Sum
    kinds: tuple[KindLine, ...]  # in the order of Kind
    senders: tuple[SenderLine, ...]

    def of(self, kind) -> KindLine | None:
        return next((line for line in self.kinds if line.kind == kind), None)


def asked_rounds() -> list[Asked]:
    """Every round that was sent and asks for something; a mailing asks for nothing, a recalled one reached nobody."""
    rows = Round.objects.filter(state__in=SENT).exclude(kind=RoundKind.MAILING).exclude(frame=None)
    rows = list(rows.values_list("sent_at", "owner__kind", "minutes", "audience", "frame__key"))
    held = _histograms({row[-1] for row in rows})
    return [
        Asked(
            swedish_day(sent_at).year,
            level_of(Kind(owner)),
            minutes,
            frozenset(map(Kind, rule.get("kinds", ()))),
            held[key],
        )
        for sent_at, owner, minutes, rule, key in rows
    ]


def years(rounds: Iterable[Asked]) -> list[int]:
    """The latest first; this year always."""
    return sorted({today().year, *(one.year for one in rounds)}, reverse=True)


def year_burden(rounds: Iterable[Asked], year: int) -> YearBurden:
    """One query: how many bodies there are of each kind, today or as the year ended."""
    rounds = [one for one in rounds if one.year == year]
    found = sums(rounds)
    there_are = _bodies(min(today(), dt.date(year, 12, 31)))
    kinds, levels = {key[2] for key in found}, {key[1] for key in found}
    return YearBurden(
        year=year,
        rounds=len(rounds),
        whole=_whole(found.values(), rounds),
        kinds=tuple(
            KindLine(kind, there_are.get(kind, 0), sum((found[key] for key in found if key[2] == kind), Sum()))
            for kind in Kind
            if kind in kinds
        ),
        senders=tuple(_sender(level, found, rounds) for level in Level if level in levels),
    )


def _sender(level, found, rounds):
    parts = (found[key] for key in found if key[1] == level)
    return SenderLine(level, _whole(parts, [one for one in rounds if one.sender == level]))


def _whole(parts, rounds) -> Sum:
    """Added up, with each round once however many kinds it asked."""
    added = sum(parts, Sum())
    return Sum(len(rounds), added.parts, added.minutes, sum(one.minutes is None for one in rounds))


def _histograms(keys) -> dict[str, dict[int, int]]:
    missing = [key for key in keys if key not in _held]
    if len(_held) + len(missing) > MOST_KEPT:
        _held.clear()
        missing = list(keys)
    for key, kinds in Frame.objects.filter(key__in=missing).values_list("key", "kinds").iterator(50):
        masks, bodies = np.unique(np.frombuffer(bytes(kinds), dtype="<u2"), return_counts=True)
        _held[key] = dict(zip(masks.tolist(), bodies.tolist(), strict=True))
    return {key: _held[key] for key in keys}


def _bodies(day) -> dict[str, int]:
    counted = Identity.objects.at(day).values("kind").annotate(number=Count("body", distinct=True)).order_by()
    return dict(counted.values_list("kind", "number"))
