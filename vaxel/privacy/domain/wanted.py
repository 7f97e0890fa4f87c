"""The words that are about a person, found in and taken out of a text: her name, her addresses, what a decision adds. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

GONE = "[raderat]"
AROUND = 90  # letters shown on each side of a word, of a text that is somebody else's
SHORTEST = 3
PHONE = re.compile(r"[+(\d][\d\s()/-]{5,}\d")
BETWEEN_DIGITS = r"[\s()/-]*"


@dataclass(frozen=True)
class Wanted:
    """Found whatever the case, and as whole words: Bo is not in Borlänge."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> "Wanted":
        """The longest first, so that a name goes whole."""
        kept = {" ".join(word.split()) for word in words}
        return cls(tuple(sorted((word for word in kept if len(word) >= SHORTEST), key=lambda word: (-len(word), word))))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, self.words))})(?!\w)", re.IGNORECASE)

    @property
    def probes(self) -> frozenset[str]:
        """What a database is asked for, so that few rows need be read: a part of each word that is written one way."""
        return frozenset(form for word in self.words for form in _forms(word))

    def are_in(self, value: object) -> bool:
        return any(self.pattern.search(text) for text in texts(value)) if self.words else False

    def taken_out(self, value: object) -> object:
        """Of a text, or of every text in what a JSON field holds, its names too."""
        if isinstance(value, str):
            return self.pattern.sub(GONE, value) if self.words else value
        if isinstance(value, dict):
            return {self.taken_out(name): self.taken_out(item) for name, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.taken_out(item) for item in value]
        return value

    def shown(self, value: object) -> list[str]:
        """Only what stands beside the words: the rest of the text may be about others."""
        return [_around(text, found) for text in texts(value) for found in self.pattern.finditer(text)]


def texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from (*texts(name), *texts(item))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)


def _pattern(word: str) -> str:
    if PHONE.fullmatch(word):
        return BETWEEN_DIGITS.join(re.escape(sign) for sign in word if sign.isdigit() or sign == "+")
    return r"\s+".join(re.escape(part) for part in word.split())


def _forms(word: str) -> Iterable[str]:
    """Of a phone its last digit, of others the longest part: that stands in any spelling of the whole."""
    if PHONE.fullmatch(word):
        yield word[-1]
        return
    longest = max(word.split(), key=len)
    yield from (longest, longest.lower(), longest.upper(), longest.capitalize())


def _around(text: str, found: re.Match[str]) -> str:
    start, end = max(0, found.start() - AROUND), found.end() + AROUND
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
