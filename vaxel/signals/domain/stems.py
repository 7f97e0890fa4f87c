"""Swedish words cut down to what they share: enough to see that "skolorna" and "skola" are about the same thing."""

import re

WORD = re.compile(r"[^\W\d_]{3,}")
ENDINGS = sorted(
    "arnas ernas ornas arna erna orna andet endet heten heter aste ande ende aren arens ares ens ets ers ars ors"
    " are ast ade en et er ar or an at as es na a e s".split(),
    key=len,
    reverse=True,
)
LEAST = 3  # letters left of a word
COMMON = frozenset(
    "och att det som den för med till har inte när man men han hon vår våra vårt era ert oss dem denna detta dessa"
    " från eller kan ska skulle blir blev bli var vara varit finns finnas alla allt många mycket mer mest också bara"
    " där här hur vad vem vilka vilken över under efter innan mellan utan sig sin sitt sina deras vill får fick ett"
    " två tre flera något någon några inom samt gör göra göras sedan själv dag dagar år vid mot redan ofta".split()
)


def stems_of(text: str) -> frozenset[str]:
    """The words that carry something, as stems; the same for the same text, whatever the order."""
    words = WORD.findall(text.lower())
    return frozenset(_stem(word) for word in words if word not in COMMON)


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word[: -len(ending)]
    return word
