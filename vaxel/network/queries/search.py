"""Find a body by what people type: "Åre", "are", "2321", "åre kommun", "landstinget dalarna"."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Q, Value, When

from vaxel.network.domain.names import fold, swedish_key
from vaxel.network.models import Identity

CANDIDATES = 400  # rows read before they are ranked finely: enough for any name, bounded for "a"


@dataclass(frozen=True)
class Hit:
    """`found_as` is another name that matched (an earlier one, the law's), else empty. `ended` if it is no more."""

    body_id: int
    kind: str
    name: str
    short_name: str
    code: str
    found_as: str = ""
    ended: dt.date | None = None


def search(text, day, *, kinds=None, limit=20) -> list[Hit]:
    """Best first: the whole name or code, then names that begin so, then words that do, then any part.

    Two queries whatever is found. Units are found too; ended bodies come after living ones.
    """
    needle = fold(text or "")
    if not needle:
        return []
    found = _matching(needle, kinds)
    current = _names(day, {row.body_id for row in found})
    best: dict[int, tuple] = {}
    for row in found:
        rank = _rank(row, current.get(row.body_id), text, day)
        if row.body_id not in best or rank < best[row.body_id][0]:
            best[row.body_id] = (rank, row)
    ordered = sorted(best.values(), key=lambda pair: pair[0])[:limit]
    return [_hit(row, current.get(row.body_id), needle) for _, row in ordered]


def _matching(needle, kinds):
    rank = Case(
        When(folded__contains=f"|{needle}|", then=Value(0)),
        When(folded__contains=f"|{needle}", then=Value(1)),
        When(folded__contains=f" {needle}", then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    wanted = Q(kind__in=kinds) if kinds else Q()
    return list(
        Identity.objects.filter(wanted, folded__contains=needle)
        .annotate(closeness=rank)
        .order_by("closeness", "kind", "code", "-valid_from", "id")[:CANDIDATES]
    )


def _names(day, body_ids):
    """Body id → identity of the day, the body's own kind last so that it wins."""
    rows = Identity.objects.at(day).filter(body__in=body_ids).select_related("body")
    return {row.body_id: row for row in sorted(rows, key=lambda row: row.kind == row.body.kind)}


def _rank(row, current, text, day):
    """Living before ended, close before far, today's name before an earlier one, marks as typed, then by name."""
    ended = current is None
    old = not row.valid_from <= day < row.valid_to
    as_typed = text.strip().casefold() in f"{row.name} {row.also_called}".casefold()
    level = _LEVELS.get(row.kind, len(_LEVELS))
    return ended, row.closeness, old, not as_typed, level, swedish_key(row.name), row.pk


_LEVELS = {
    kind: place
    for place, kind in enumerate(["nation", "healthcare_region", "county", "region", "municipality", "secretariat"])
}


def _hit(row, current, needle):
    shown = current or row
    same = needle in shown.folded
    return Hit(
        body_id=shown.body_id,
        kind=shown.kind,
        name=shown.name,
        short_name=shown.short_name,
        code=shown.code,
        found_as="" if same else row.name,
        ended=None if current else row.valid_to,
    )
