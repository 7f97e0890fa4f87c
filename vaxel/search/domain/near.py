"""Words spelled nearly so: for someone who found nothing."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from vaxel.search.domain.words import WORD, bare, stem, written

NEAR = 0.75
SHORTEST = 3


def near(word: str, titles: Iterable[str], most: int = 3) -> list[str]:
    """The nearest first, as they are written there, one of each stem; never the word itself."""
    asked = bare(word)
    found: dict[str, tuple[float, str]] = {}
    for other in (other for title in titles for other in WORD.findall(title)):
        said = written(other)
        closeness = _closeness(asked, bare(said))
        if NEAR <= closeness < 1:
            found[stem(said)] = min(found.get(stem(said), (0.0, "")), (-closeness, other))
    return [other for _, other in sorted(found.values())][:most]


def _closeness(one: str, other: str) -> float:
    if abs(len(one) - len(other)) > 3 or len(other) < SHORTEST:
        return 0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def pieces(word: str) -> list[str]:
    """How a title with a near word begins it, or has in the middle of it: what SQL looks for before we compare."""
    plain = bare(word)
    return list(dict.fromkeys([f" {plain[:2]}", *(plain[at : at + 3] for at in range(1, len(plain) - 2, 2))]))
