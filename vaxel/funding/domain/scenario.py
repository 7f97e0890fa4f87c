"""What if: an agreement's terms with some of them changed, and what that changes for each receiver. Pure.

`changes` holds only what differs, as the database keeps it: {"rounding"?, "level"?, "unit_ore"?,
"streams": {key: {"pot_ore"?, "base_ore"?, "allocation"?, "reference_date"?}}}; a date is written as ISO, or is nothing.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from vaxel.funding.domain.terms import Allocation, Level, Rounding, StreamTerms, Terms

Changes = Mapping[str, Any]


def applied(terms: Terms, changes: Changes) -> Terms:
    """A stream that the agreement has no more is passed over: a scenario follows a draft that is still written."""
    by_key = changes.get("streams") or {}
    streams = tuple(_stream(stream, by_key.get(stream.key) or {}) for stream in terms.streams)
    return replace(
        terms,
        streams=streams,
        rounding=Rounding(changes.get("rounding", terms.rounding)),
        level=Level(changes.get("level", terms.level)),
        unit_ore=changes.get("unit_ore", terms.unit_ore),
    )


def _stream(stream: StreamTerms, changed: Changes) -> StreamTerms:
    """Amounts and shares are kept with the key that reads them alone."""
    key = Allocation(changed.get("allocation", stream.allocation))
    return replace(
        stream,
        pot_ore=changed.get("pot_ore", stream.pot_ore),
        base_ore=changed.get("base_ore", stream.base_ore),
        allocation=key,
        reference_date=_day(changed["reference_date"]) if "reference_date" in changed else stream.reference_date,
        amounts=stream.amounts if key is Allocation.ENTERED else {},
        shares=stream.shares if key is Allocation.SHARES else {},
    )


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


def changes_between(before: Terms, after: Terms) -> dict[str, Any]:
    """So that `applied(before, changes_between(before, after))` is `after`, where they have the same streams."""
    found: dict[str, Any] = {
        name: getattr(after, name)
        for name in ("rounding", "level", "unit_ore")
        if getattr(before, name) != getattr(after, name)
    }
    old = {stream.key: stream for stream in before.streams}
    streams = {
        stream.key: changed
        for stream in after.streams
        if stream.key in old and (changed := _differs(old[stream.key], stream))
    }
    return {name: str(value) if name != "unit_ore" else value for name, value in found.items()} | (
        {"streams": streams} if streams else {}
    )


def _differs(before: StreamTerms, after: StreamTerms) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: getattr(after, name) for name in ("pot_ore", "base_ore") if getattr(before, name) != getattr(after, name)
    }
    if before.allocation != after.allocation:
        found["allocation"] = str(after.allocation)
    if before.reference_date != after.reference_date:
        found["reference_date"] = after.reference_date.isoformat() if after.reference_date else None
    return found


@dataclass(frozen=True)
class Difference:
    """One receiver, in öre: what it gets by either terms; None where it is no receiver."""

    kind: str
    code: str
    name: str
    before: int | None
    after: int | None

    @property
    def change(self) -> int:
        return (self.after or 0) - (self.before or 0)


Receiver = tuple[str, str]


def differences(
    before: Mapping[Receiver, int], after: Mapping[Receiver, int], names: Mapping[Receiver, str]
) -> list[Difference]:
    """By kind and code, never by size of the change: this is no ranking."""
    return [
        Difference(kind, code, names.get((kind, code), code), before.get((kind, code)), after.get((kind, code)))
        for kind, code in sorted({*before, *after})
    ]


def counted(differences: Iterable[Difference]) -> tuple[int, int, int]:
    """How many get more, less, and the same."""
    changes = [one.change for one in differences]
    more, less = sum(change > 0 for change in changes), sum(change < 0 for change in changes)
    return more, less, len(changes) - more - less
