"""Is a question the same as one that somebody already asks? Pure: likeness of two texts in Swedish, 0 to 1.

Small words, years and punctuation do not count. Each word looks for its nearest in the other text by pairs of three
letters (so that "kommunerna" is near "kommuner"); the likeness is how much of both texts finds its match.
tests/test_twin.py holds the golden table. Words that turn a question round (inte, utan, ej) count as others do, and
are wanted in both texts. Near is a question to the author, never a decision: what is the same question, people decide.
"""

import re
from functools import lru_cache

NEAR = 0.8
ALIKE = 0.5  # two words are the same word in other endings
TURNS = frozenset({"inte", "utan", "ej", "aldrig"})
SMALL = frozenset(
    """
    hur vad vilka vilken vilket när var varför är har hade ha ni er ert era i på av för till från med och eller som
    det den de en ett att om under vid ur per alls går gick kan ska skulle finns fanns detta denna dessa har haft sin
    sina förra senaste året år års årets ange beskriv redovisa kommunen kommunens regionen regionens
    """.split()
)


def is_near(one: str, other: str) -> bool:
    return likeness(one, other) >= NEAR


def likeness(one: str, other: str) -> float:
    """1.0 for the same text; 0.0 where either has no word that counts, or where one is the other turned round."""
    first, second = words(one), words(other)
    if not first or not second or TURNS & first ^ TURNS & second:
        return 0.0
    found = sum(_nearest(word, second) for word in first) + sum(_nearest(word, first) for word in second)
    return found / (len(first) + len(second))


@lru_cache(maxsize=20_000)
def words(text: str) -> frozenset[str]:
    """What counts of a text; all of it where nothing else is left ("Hur är det?")."""
    every = [word for word in re.findall(r"[^\W_]+", text.lower()) if not re.fullmatch(r"(19|20)\d\d", word)]
    return frozenset(word for word in every if word not in SMALL) or frozenset(every)


def _nearest(word: str, others: frozenset[str]) -> float:
    if word in others:
        return 1.0
    best = max(_alike(word, other) for other in others)
    return best if best >= ALIKE else 0.0


def _alike(one: str, other: str) -> float:
    """Dice's measure of the two words' threes of letters, the beginning marked: endings weigh less than stems."""
    first, second = _threes(one), _threes(other)
    return 2 * len(first & second) / (len(first) + len(second))


@lru_cache(maxsize=50_000)
def _threes(word: str) -> frozenset[str]:
    marked = f"  {word}"
    return frozenset(marked[place : place + 3] for place in range(len(marked) - 2))
