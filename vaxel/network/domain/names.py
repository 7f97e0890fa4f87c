"""Names as people type them and as Swedes sort them."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = {"ø": "o", "æ": "a", "đ": "d", "ł": "l", "þ": "th", "ð": "d"}
# After z, in the order Swedes expect; the neighbours' letters sort with ours.
_LAST = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}
_SEPARATORS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Small letters without marks, words one space apart: "Åre" and "are" are the same, "Malung-Sälen" is two words."""
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(_LETTERS.get(letter, letter) for letter in small if not unicodedata.combining(letter))
    return _SEPARATORS.sub(" ", bare).strip()


def searchable(*names: str) -> str:
    """Every name folded between bars, "|are|are kommun|": so a search can tell a whole name from a part of one."""
    folded = dict.fromkeys(filter(None, map(fold, names)))
    return f"|{'|'.join(folded)}|" if folded else ""


@lru_cache(maxsize=4096)  # the same few hundred names in every list
def swedish_key(text: str) -> tuple[str, str]:
    """Sort key: capitals as small, é as e, ü as y, hyphen as space, and å, ä, ö last."""
    letters = unicodedata.normalize("NFC", text.casefold())
    return "".join(map(_weight, letters)).strip(), text


def _weight(letter: str) -> str:
    if letter in _LAST:
        return _LAST[letter]
    if letter == "ü":
        return "y"
    if not letter.isalnum():
        return " "
    return fold(letter)
