"""The words of a signal that carry something, as the stems that search uses too: "skolorna" and "skola" are one."""

from vaxel.search.domain.words import stem, words

SHORTEST = 3
COMMON = frozenset(
    "och att det som den för med till har inte när man men han hon vår våra vårt era ert oss dem denna detta dessa"
    " från eller kan ska skulle blir blev bli var vara varit finns finnas alla allt många mycket mer mest också bara"
    " där här hur vad vem vilka vilken över under efter innan mellan utan sig sin sitt sina deras vill får fick ett"
    " två tre flera något någon några inom samt gör göra göras sedan själv dag dagar år vid mot redan ofta".split()
)


def stems_of(text: str) -> frozenset[str]:
    """The same for the same words, whatever their order."""
    return frozenset(stem(word) for word in words(text) if len(word) >= SHORTEST and word not in COMMON)
