"""A contract's words: a template is data, clauses with ids that stay, with named places that the facts fill.

A place is written {belopp}. What stands in a place is a fact and never markup: a body may be called "*Nord*".
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vaxel.rounds.domain.sentence import Sentence, _
from vaxel.text.domain.section_diff import Section

PLACE = re.compile(r"\{([^{}]*)\}")
LONE = re.compile(r"[{}]")
MARKUP = re.compile(r"([\\`*_\[\]<>#~|])")
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# The places there are, in the words of those who write contracts. A template may use some of them.
PLACES = (
    "parter",
    "mottagare",
    "betalare",
    "område",
    "överenskommelse",
    "inriktning",
    "år",
    "belopp",
    "belopp_kommuner",
    "andel",
    "referenskod",
    "delredovisning",
    "slutredovisning",
    "kommunavtal_senast",
    "gäller_från",
    "gäller_till",
    "huvudavtal",
)


class TextError(ValueError):
    """What is wrong with a contract's words, in one sentence a person can act on."""

    def __init__(self, text: str, **values: object) -> None:
        self.sentence = Sentence(text, values)
        super().__init__(str(self.sentence))


@dataclass(frozen=True)
class ContractText:
    """`title` and each section's title and text (Markdown) may hold places until they are filled."""

    title: str
    clauses: tuple[Section, ...]


def checked(text: ContractText) -> ContractText:
    """The text as it is, once every place in it is known and every clause has a heading, words and an id of its own."""
    if not text.title.strip():
        raise TextError(_("Avtalet har ingen rubrik. Skriv en."))
    if not text.clauses:
        raise TextError(_("Avtalet har inga punkter. Skriv minst en."))
    seen = set[str]()
    for clause in text.clauses:
        _check_clause(clause, seen)
    for where, words in _words(text):
        _check_places(where, words)
    return text


def _check_clause(clause: Section, seen: set[str]) -> None:
    if not KEY.fullmatch(clause.id):
        raise TextError(_("En punkt har id ”%(id)s”. Använd små bokstäver a–z, siffror och bindestreck."), id=clause.id)
    if clause.id in seen:
        raise TextError(_("Två punkter har samma id, ”%(id)s”. Ge den ena ett annat."), id=clause.id)
    seen.add(clause.id)
    if not clause.title.strip() or not clause.text.strip():
        raise TextError(_("Punkten ”%(id)s” saknar rubrik eller text. Skriv det, eller ta bort punkten."), id=clause.id)


def _words(text: ContractText) -> Iterator[tuple[str, str]]:
    """(where it stands, the words)."""
    yield text.title, text.title
    for clause in text.clauses:
        yield clause.title, clause.title
        yield clause.title, clause.text


def _check_places(where: str, words: str) -> None:
    for name in PLACE.findall(words):
        if name not in PLACES:
            raise TextError(
                _("I ”%(where)s” står {%(name)s}, som inte är någon känd uppgift. Välj bland: %(known)s."),
                where=where,
                name=name,
                known=", ".join(PLACES),
            )
    if LONE.search(PLACE.sub("", words)):
        raise TextError(
            _("I ”%(where)s” står en klammer, { eller }, för sig själv. Skriv {belopp} eller ta bort den."), where=where
        )


def places(text: ContractText) -> frozenset[str]:
    """The facts the text asks for."""
    return frozenset(name for _where, words in _words(text) for name in PLACE.findall(words))


def fill(text: ContractText, facts: Mapping[str, str]) -> ContractText:
    """Every place filled. Refuses by name a place that is unknown, and a fact that is not given or empty."""
    checked(text)
    for name in sorted(places(text)):
        if not facts.get(name, "").strip():
            raise TextError(_("Uppgiften {%(name)s} behövs i avtalet men är inte ifylld. Fyll i den."), name=name)
    plain = {name: MARKUP.sub(r"\\\1", fact) for name, fact in facts.items()}
    return ContractText(
        title=_filled(text.title, facts),
        clauses=tuple(Section(one.id, _filled(one.title, facts), _filled(one.text, plain)) for one in text.clauses),
    )


def without(text: ContractText, names: Collection[str]) -> ContractText:
    """Without the paragraphs that ask for these facts, and without a clause that then has none: a template holds what
    most contracts have.
    """
    kept = [Section(one.id, one.title, _paragraphs(one.text, names)) for one in text.clauses]
    return ContractText(text.title, tuple(one for one in kept if one.text))


def _paragraphs(words: str, names: Collection[str]) -> str:
    return "\n\n".join(one for one in words.split("\n\n") if not set(PLACE.findall(one)) & set(names))


def _filled(words: str, facts: Mapping[str, str]) -> str:
    return PLACE.sub(lambda place: facts[place[1]], words)


def as_data(text: ContractText) -> dict[str, object]:
    return {
        "title": text.title,
        "clauses": [{"id": one.id, "title": one.title, "text": one.text} for one in text.clauses],
    }


def from_data(data: Mapping[str, object]) -> ContractText:
    """Of `as_data`, or of a template's file. A word that is not asked for is refused by its name."""
    title, clauses = data.get("title"), data.get("clauses")
    if not isinstance(title, str) or not isinstance(clauses, Sequence):
        raise TextError(_("En avtalsmall har en rubrik, title, och punkter, clauses."))
    return checked(ContractText(title.strip(), tuple(_clause(one) for one in clauses)))


def _clause(one: object) -> Section:
    if not isinstance(one, Mapping):
        raise TextError(_("En punkt i avtalsmallen är ingen tabell med id, title och text."))
    if unknown := set(one) - {"id", "title", "text"}:
        raise TextError(
            _("En punkt har ordet ”%(word)s”. De tillåtna är id, title och text."), word=min(map(str, unknown))
        )
    return Section(*(str(one.get(word, "")).strip() for word in ("id", "title", "text")))


def digest(text: ContractText) -> str:
    """SHA-256 of the filled text: what a signature binds. The same words give the same hash on every machine."""
    whole = json.dumps(as_data(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(whole.encode()).hexdigest()
