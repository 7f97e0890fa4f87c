"""A body's money at the end of a day: pocket by pocket, from the entries themselves, and every entry it has."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, fields

from django.db.models import Q

from vaxel.funding.domain.entries import OWN_KINDS, EntryKind
from vaxel.funding.domain.ledger import Standing, standing
from vaxel.funding.models import LedgerEntry, Stream
from vaxel.funding.queries.entries import FIELDS, rule_of
from vaxel.funding.queries.naming import full_names


@dataclass(frozen=True)
class Pocketful:
    """One stream's money for one year, as it stood."""

    stream: Stream
    year: int
    standing: Standing


@dataclass(frozen=True)
class Line:
    """An entry as its body sees it: `ore` with its sign, 0 where it moves nothing; `said` the sum it is about."""

    id: int
    day: dt.date
    kind: EntryKind
    ore: int
    said: int
    stream: Stream
    year: int
    other: str
    undone: bool  # it has been reversed since
    undoes: bool  # it reverses another
    by_hand: bool
    claim: int | None
    pool: int | None


def own_money(body_id, day) -> list[Pocketful]:
    """Three queries. In the order of agreements, the newest first, and of their streams."""
    entries = defaultdict(list)
    for entry in entries_at(body_id):
        entries[entry.stream, entry.year].append(entry)
    streams = Stream.objects.select_related("agreement").in_bulk({stream for stream, _year in entries})
    found = [Pocketful(streams[one], year, standing(own, body_id, day)) for (one, year), own in entries.items()]
    moved = [one for one in found if one.standing != Standing()]
    return sorted(moved, key=_order)


def _order(one):
    agreement = one.stream.agreement
    return -agreement.year, agreement.name, agreement.pk, one.stream.place, one.stream.pk, one.year


def entries_at(body_id):
    rows = LedgerEntry.objects.filter(Q(source=body_id) | Q(target=body_id)).order_by("day", "pk")
    return [rule_of(row) for row in rows.values_list(*FIELDS)]


def summed(pockets) -> Standing:
    """Of several pockets. What one body carried from year to year is in both: `left` is right, and the rest as said."""
    kept = list(pockets)
    return Standing(**{one.name: sum(getattr(each.standing, one.name) for each in kept) for one in fields(Standing)})


def history(body_id, stream_ids, day, most=None) -> tuple[list[Line], int]:
    """The latest first, and how many there are in all; of the streams that the reader may see."""
    rows = LedgerEntry.objects.filter(Q(source=body_id) | Q(target=body_id), stream__in=stream_ids, day__lte=day)
    total = rows.count()
    rows = rows.select_related("stream__agreement", "reversed_by", "claim").order_by("-day", "-pk")
    rows = list(rows[:most] if most else rows)
    names = full_names({one for row in rows for one in (row.source_id, row.target_id) if one not in {None, body_id}})
    return [_line(row, body_id, names) for row in rows], total


def _line(row, body_id, names):
    other = row.target_id if row.source_id == body_id else row.source_id
    return Line(
        id=row.pk,
        day=row.day,
        kind=EntryKind(row.kind),
        ore=row.rule.effect(body_id),
        said=row.rule.signed,
        stream=row.stream,
        year=row.year,
        other=names.get(other, ""),
        undone=getattr(row, "reversed_by", None) is not None,
        undoes=row.reverses_id is not None,
        by_hand=row.kind in OWN_KINDS and not row.source_type and row.source_id == body_id,
        claim=row.claim.pk if hasattr(row, "claim") else None,
        pool=int(row.source_ref) if row.source_type == "funding.pool" else None,
    )
