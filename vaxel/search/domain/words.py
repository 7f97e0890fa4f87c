"""From text to what the index holds: words as written, without marks, and their Swedish stems, in one form everywhere.

Both databases are given these tokens ready-made, so that neither's own idea of a word decides what is found.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from threading import local
from typing import Any

import Stemmer  # type: ignore[import-not-found]

STEM = "·"  # before a stem: "dal" the word and "·dal", which Dalarna gives, are two tokens
WORD = re.compile(r"\d+(?:[-–]\d+)+|[^\W_]+")
_LETTERS = {"ø": "o", "æ": "a", "đ": "d", "ł": "l"}
NAMES = {"dalarna": "dalarna", "dalarnas": "dalarna"}  # no plural of dal: Dals-Ed is elsewhere
_VOWELS = frozenset("aeiouyåäö")
_OF_THREAD = local()  # a stemmer is not for two threads at once


def written(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())


def words(text: str) -> list[str]:
    """In order; "2026-014" is one word, joined, so that a number is found as it is written."""
    return [_joined(found) for found in WORD.findall(written(text))]


def _joined(word: str) -> str:
    return word.replace("-", "").replace("–", "") if word[0].isdigit() else word


def bare(word: str) -> str:
    """Without marks: får and far alike."""
    letters = unicodedata.normalize("NFKD", "".join(_LETTERS.get(letter, letter) for letter in word))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Snowball's Swedish stem, and what it leaves: elevhälsan, beslutet, programmet are elevhälsa, beslut, program."""
    if word in NAMES:
        return NAMES[word]
    found = _snowball(_snowball(word) if word.endswith("s") else word)
    if (found.endswith("an") and len(found) > 5) or (found.endswith("et") and len(found) > 4):
        found = found[:-2]
    twice = len(found) > 3 and found[-1] == found[-2] and found[-1] not in _VOWELS and not found[-1].isdigit()
    return found[:-1] if twice else found


def _snowball(word: str) -> str:
    return str(_stemmer().stemWord(word))


def _stemmer() -> Any:
    if not hasattr(_OF_THREAD, "stemmer"):
        _OF_THREAD.stemmer = Stemmer.Stemmer("swedish")
    return _OF_THREAD.stemmer


@lru_cache(maxsize=50_000)
def forms(word: str) -> frozenset[str]:
    """What a word in a text answers to: typed with its marks or without them, whole or as a stem."""
    plain = bare(word)
    return frozenset({word, plain, STEM + stem(word), STEM + stem(plain)})


def tokens(text: str) -> list[str]:
    """Each once, sorted. The parts of "2026-014" are found by themselves too."""
    return sorted({form for word in _with_parts(text) for form in forms(word)})


def _with_parts(text: str) -> Iterator[str]:
    for found in WORD.findall(written(text)):
        yield _joined(found)
        if _joined(found) != found:
            yield from re.split("[-–]", found)


def spaced(some: Iterable[str]) -> str:
    """One space around each, so that SQL can ask for a whole one, or for the beginning of one."""
    joined = " ".join(some)
    return f" {joined} " if joined else " "
