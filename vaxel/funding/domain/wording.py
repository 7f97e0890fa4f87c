"""What someone wrote, and what they likely meant, as a refusal writes it."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 60


def short(said: object) -> str:
    """What someone wrote, on one line and no longer than a sentence can bear."""
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in str(said)).split())
    return plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"


def alike(word: str, words: Iterable[str]) -> str:
    """(menade du ”…”?), or nothing where no word is near."""
    near = get_close_matches(word, list(words), n=1, cutoff=0.6)
    return f" (menade du ”{near[0]}”?)" if near else ""
