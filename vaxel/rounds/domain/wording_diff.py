"""What became of a text, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Kept(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    kind: Kept
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """The pieces that are not gone make `after`, those that are not new make `before`, to the letter."""
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    return [piece for code in matcher.get_opcodes() for piece in _pieces(code, old, new)]


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s]+", text)


def _pieces(code: tuple[str, int, int, int, int], old: list[str], new: list[str]) -> Iterator[Piece]:
    kind, old_start, old_stop, new_start, new_stop = code
    if kind == "equal":
        yield Piece(Kept.SAME, "".join(old[old_start:old_stop]))
        return
    if old_stop > old_start:
        yield Piece(Kept.GONE, "".join(old[old_start:old_stop]))
    if new_stop > new_start:
        yield Piece(Kept.NEW, "".join(new[new_start:new_stop]))
