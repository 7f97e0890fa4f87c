"""A list of bodies as people paste it: names and codes, one a line or with commas between."""

import re
from dataclasses import dataclass

from vaxel.network.domain.kinds import Kind
from vaxel.network.domain.names import fold
from vaxel.network.models import Identity

_BETWEEN = re.compile(r"[\n\r\t;,]+")
# "Uppsala" is a municipality, a region and a county: the nearest to the citizen is meant, unless the levels say otherwise.
_NEAREST_FIRST = (Kind.MUNICIPALITY, Kind.REGION, Kind.COUNTY, Kind.HEALTHCARE_REGION)


@dataclass(frozen=True)
class Pasted:
    """`unknown` and `doubtful` hold what was written; a code that two bodies share is doubtful, never guessed."""

    body_ids: tuple[int, ...]
    names: tuple[str, ...]
    unknown: tuple[str, ...]
    doubtful: tuple[tuple[str, tuple[str, ...]], ...]


def resolve(text, day, *, kinds=()) -> Pasted:
    """One query however long the list. Units are not found by name: their ids are their principals' own."""
    written = list(dict.fromkeys(part.strip() for part in _BETWEEN.split(text or "") if part.strip()))
    known = _known(day) if written else {}
    found: dict[int, str] = {}
    unknown, doubtful = [], []
    for part in written:
        candidates = _wanted(_spelt(part, known.get(fold(part), [])), kinds, is_code=part.isdigit())
        if not candidates:
            unknown.append(part)
        elif len({row.body_id for row in candidates}) > 1:
            doubtful.append((part, tuple(sorted(row.name for row in candidates))))
        else:
            found[candidates[0].body_id] = candidates[0].name
    return Pasted(tuple(found), tuple(found.values()), tuple(unknown), tuple(doubtful))


def _known(day):
    known: dict[str, list] = {}
    for row in Identity.objects.at(day).exclude(kind=Kind.UNIT).order_by("kind", "code", "id"):
        words = {fold(row.code), fold(row.name), fold(row.short_name), *filter(None, row.folded.split("|"))}
        for word in words - {""}:
            known.setdefault(word, []).append(row)
    return known


def _spelt(part, rows):
    """Those spelt just so, if any: Habo is found by "habo" alone, and Håbo is another."""
    plain = part.casefold()
    return [row for row in rows if plain in {row.name.casefold(), row.short_name.casefold()}] or rows


def _wanted(rows, kinds, *, is_code):
    """The levels chosen decide first; then, for a name, the nearest level."""
    chosen = [row for row in rows if row.kind in kinds] or rows
    if is_code or len({row.body_id for row in chosen}) == 1:
        return chosen
    for kind in _NEAREST_FIRST:
        if level := [row for row in chosen if row.kind == kind]:
            return level
    return chosen
