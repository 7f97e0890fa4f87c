"""The piece of a text that shows why it was found, as parts of which some are what was asked for."""

from dataclasses import dataclass

from vaxel.search.domain.asked import Asked
from vaxel.search.domain.words import WORD, words

WIDTH = 220  # letters, about two lines
BEFORE = 60


@dataclass(frozen=True)
class Part:
    text: str
    found: bool = False


def marked(text: str, asked: Asked) -> tuple[Part, ...]:
    """The whole text, the words that were asked for apart."""
    parts: list[Part] = []
    at = 0
    for start, stop in _places(text, asked):
        parts += [Part(text[at:start]), Part(text[start:stop], found=True)]
        at = stop
    return tuple(part for part in (*parts, Part(text[at:])) if part.text)


def snippet(text: str, asked: Asked, width: int = WIDTH) -> tuple[Part, ...]:
    """From a little before the first word that was asked for; from the beginning where there is none."""
    places = _places(text, asked)
    first = places[0][0] if places else 0
    start = min(_at_word(text, first - BEFORE), first) if first > BEFORE else 0
    stop = _before_word(text, start + width)
    piece = text[start:stop].strip()
    before, after = "… " if start else "", " …" if stop < len(text) else ""
    return marked(f"{before}{piece}{after}", asked)


def _places(text: str, asked: Asked) -> list[tuple[int, int]]:
    return [
        found.span()
        for found in WORD.finditer(text)
        if any(term.fits(word) for word in words(found.group()) for term in asked.terms)
    ]


def _at_word(text: str, place: int) -> int:
    return text.find(" ", max(place, 0)) + 1


def _before_word(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    cut = text.rfind(" ", 0, place)
    return cut if cut > place - 40 else place
