"""What became of a text of sections with ids that stay: section by section, and word by word inside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vaxel.text.domain.wording_diff import Piece, word_diff


class Change(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"
    EDITED = "edited"


@dataclass(frozen=True)
class Section:
    """`id` follows the section through every version and is what a comment or a reference holds on to."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class SectionChange:
    """`before`: the section's place among the old ones, from 1; `after` among the new. 0 where it is not."""

    id: str
    kind: Change
    title: list[Piece]
    text: list[Piece]
    before: int = 0
    after: int = 0

    @property
    def moved(self) -> bool:
        return 0 not in (self.before, self.after) and self.before != self.after


def section_diff(before: Sequence[Section], after: Sequence[Section]) -> list[SectionChange]:
    """In the order of `after`; what is gone stands where it stood. Every section of both is there once."""
    old = {one.id: (place, one) for place, one in enumerate(before, 1)}
    new = {one.id: (place, one) for place, one in enumerate(after, 1)}
    return [_change(one, old, new) for one in _order([one.id for one in before], [one.id for one in after])]


def _order(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Gone ones follow the neighbour they stood after."""
    kept, follows = set(after), dict[str, list[str]]()
    at = ""
    for one in before:
        if one in kept:
            at = one
        else:
            follows.setdefault(at, []).append(one)
    yield from follows.get("", [])
    for one in after:
        yield one
        yield from follows.get(one, [])


def _change(key: str, old: dict[str, tuple[int, Section]], new: dict[str, tuple[int, Section]]) -> SectionChange:
    nothing = (0, Section(key, "", ""))
    (place_before, was), (place_after, now) = old.get(key, nothing), new.get(key, nothing)
    kind = _kind(place_before, place_after, same=(was.title, was.text) == (now.title, now.text))
    return SectionChange(
        key, kind, word_diff(was.title, now.title), word_diff(was.text, now.text), place_before, place_after
    )


def _kind(before: int, after: int, *, same: bool) -> Change:
    if not before:
        return Change.NEW
    if not after:
        return Change.GONE
    return Change.SAME if same else Change.EDITED
