"""What became of a text, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

LEAST_KEPT = 0.3  # of the words, for two texts to be shown as one


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
    if _is_written_anew(matcher, old, new):
        return list(_pieces(("replace", 0, len(old), 0, len(new)), old, new))
    return [piece for code in matcher.get_opcodes() for piece in _pieces(code, old, new)]


def _is_written_anew(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> bool:
    """So few words are left that both texts are easier to read whole than woven together."""
    kept = sum(not word.isspace() for block in matcher.get_matching_blocks() for word in old[block.a :][: block.size])
    longest = max(sum(not word.isspace() for word in words) for words in (old, new))
    return kept < longest * LEAST_KEPT


def _words(text: str) -> list[str]:
    """What a hard space holds together is one word: 6 000 000 kronor."""
    return re.findall(r"[^\S\xa0]+|(?:\S|\xa0)+", text)


def _pieces(code: tuple[str, int, int, int, int], old: list[str], new: list[str]) -> Iterator[Piece]:
    kind, old_start, old_stop, new_start, new_stop = code
    if kind == "equal":
        yield Piece(Kept.SAME, "".join(old[old_start:old_stop]))
        return
    if old_stop > old_start:
        yield Piece(Kept.GONE, "".join(old[old_start:old_stop]))
    if new_stop > new_start:
        yield Piece(Kept.NEW, "".join(new[new_start:new_stop]))
