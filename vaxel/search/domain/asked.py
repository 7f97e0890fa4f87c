"""What someone typed, as what the index is asked for: all of the words, the last one perhaps not finished."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vaxel.search.domain.words import STEM, bare, forms, spaced, stem, words

LONGEST = 100  # letters that are read
MOST = 10  # words that are asked for
SHORTEST_BEGINNING = 2  # of a word alone: one letter begins half the index
QUOTED = re.compile(r"[\"”“„«»]([^\"”“„«»]+)[\"”“„«»]")
LITTLE = frozenset("i och för på av till med om en ett den det de som är att the of and in for to".split())


@dataclass(frozen=True)
class Term:
    """Found in a text that has `token`, or, where `beginning` is not empty, a word that begins so."""

    typed: str
    token: str
    beginning: str = ""

    def fits(self, word: str) -> bool:
        found = forms(word)
        return self.token in found or (
            bool(self.beginning) and any(form.startswith(self.beginning) for form in found if form[0] != STEM)
        )


@dataclass(frozen=True)
class Asked:
    """`phrases` are words without marks, spaced: they stand in that order, beside each other."""

    terms: tuple[Term, ...] = ()
    phrases: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)


def asked(text: str) -> Asked:
    """Little words (i, och, för) are passed over unless there is nothing else; "in quotes" every word counts as written."""
    text = text[:LONGEST]
    phrases = [found for found in map(words, QUOTED.findall(text)) if found]
    loose = words(QUOTED.sub(" ", text))
    ends_loose = not text.rstrip().endswith(tuple('"”“»«'))
    terms = [*_exact(phrases), *_stems(loose, unfinished=ends_loose)]
    return Asked(
        tuple(dict.fromkeys(terms))[:MOST],
        tuple(spaced(map(bare, found)) for found in phrases if len(found) > 1)[:MOST],
    )


def _exact(phrases: list[list[str]]) -> Iterator[Term]:
    for word in (word for found in phrases for word in found):
        yield Term(word, word)


def _stems(loose: list[str], *, unfinished: bool) -> Iterator[Term]:
    chosen = [word for word in loose if word not in LITTLE] or loose
    last = loose[-1] if loose and unfinished else None
    for place, word in enumerate(chosen):
        is_last = place == len(chosen) - 1 and word == last and (place > 0 or len(word) >= SHORTEST_BEGINNING)
        yield Term(word, STEM + stem(word), word if is_last else "")
