"""What must be mended before a template can be used: each problem points at its question or section."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain import written
from vaxel.rounds.domain.question import (
    CHOICES,
    COLUMN_TYPES,
    MEASURED,
    Question,
    Questions,
    QuestionType,
    Section,
)
from vaxel.rounds.domain.sentence import Sentence, _

MOST_QUESTIONS = 200
MOST_STEPS = 11  # of a scale: 0–10


@dataclass(frozen=True)
class Problem:
    """`where` is the id of a question or section, empty for the whole; `field` is the part of it to mend."""

    where: str
    sentence: Sentence
    field: str = ""


def problems_of(questions: Questions) -> Iterator[Problem]:
    if not len(questions):
        yield Problem("", Sentence(_("Mallen har ingen fråga. Lägg till minst en.")))
    if len(questions) > MOST_QUESTIONS:
        yield Problem("", Sentence(_("Mallen har fler än %(most)s frågor. Dela den i två."), {"most": MOST_QUESTIONS}))
    yield from _sections(questions)
    earlier: dict[str, Question] = {}
    for question in questions:
        yield from _question(question)
        yield from _condition(question, earlier)
        earlier[question.id] = question
    yield from _across(questions)


def _sections(questions: Questions) -> Iterator[Problem]:
    for section in questions.sections:
        if len(questions.sections) > 1 and not section.title.strip():
            sentence = _("Avsnittet har ingen rubrik. Skriv en, eller ta bort avsnittet.")
            yield Problem(section.id, Sentence(sentence), "title")
    counts = Counter([section.id for section in questions.sections] + [question.id for question in questions])
    for twice in [key for key, count in counts.items() if count > 1]:
        yield Problem(twice, Sentence(_("Samma fråga finns två gånger i mallen. Ta bort den ena.")))


def _question(question: Question) -> Iterator[Problem]:
    if not question.label.strip():
        yield Problem(question.id, Sentence(_("Frågan har ingen text. Skriv vad ni vill veta.")), "label")
    for field, sentence in _parts(question):
        yield Problem(question.id, Sentence(sentence), field)


def _parts(question: Question) -> Iterator[tuple[str, str]]:
    if question.type in CHOICES:
        yield from _options(question)
    if question.type in MEASURED:
        yield from _bounds(question)
    if question.type is QuestionType.SCALE and not 1 <= question.scale.max - question.scale.min < MOST_STEPS:
        yield "scale", _("Skalan ska gå från ett lägre till ett högre tal, med högst elva steg.")
    if question.type is QuestionType.TABLE:
        yield from _table(question)


def _options(question: Question) -> Iterator[tuple[str, str]]:
    labels = [option.label.strip().casefold() for option in question.options]
    if len([label for label in labels if label]) < 2:
        yield "options", _("Frågan har färre än två svarsalternativ. Skriv ett per rad.")
    elif "" in labels:
        yield "options", _("Ett svarsalternativ har ingen text. Skriv en, eller ta bort det.")
    elif len(set(labels)) < len(labels) or len({option.id for option in question.options}) < len(labels):
        yield "options", _("Två svarsalternativ är likadana. Ändra det ena.")


def _bounds(question: Question) -> Iterator[tuple[str, str]]:
    values = []
    for field, text in (("min", question.min), ("max", question.max)):
        try:
            values.append(written.number(text) if text else None)
        except written.WrittenError:
            yield field, _("Gränsen är inget tal. Skriv med siffror, eller lämna tomt.")
            return
    low, high = values
    if low is not None and high is not None and low > high:
        yield "max", _("Det minsta tillåtna talet är större än det största. Byt plats på dem.")


def _table(question: Question) -> Iterator[tuple[str, str]]:
    rows, columns = ([one.label.strip() for one in some] for some in (question.rows, question.columns))
    if not any(rows):
        yield "rows", _("Tabellen har ingen rad. Skriv vad varje rad heter, en per rad.")
    elif not all(rows):
        yield "rows", _("En rad i tabellen har inget namn. Skriv ett, eller ta bort den.")
    if not any(columns):
        yield "columns", _("Tabellen har ingen kolumn. Skriv vad varje kolumn heter, en per rad.")
    elif not all(columns):
        yield "columns", _("En kolumn i tabellen har inget namn. Skriv ett, eller ta bort den.")
    if any(column.type not in COLUMN_TYPES for column in question.columns):
        yield "columns", _("En kolumn kan bara innehålla text, tal, belopp eller datum.")


def _condition(question: Question, earlier: dict[str, Question]) -> Iterator[Problem]:
    if question.show_if is None:
        return
    source = earlier.get(question.show_if.question)
    if source is None or source.type not in CHOICES:
        sentence = _("Villkoret pekar inte på en valfråga tidigare i mallen. Välj en annan, eller ta bort det.")
        yield Problem(question.id, Sentence(sentence), "show_if")
    elif not question.show_if.options or not question.show_if.options <= {option.id for option in source.options}:
        yield Problem(question.id, Sentence(_("Välj vilka svar som ska visa frågan.")), "show_if")


def _across(questions: Questions) -> Iterator[Problem]:
    """A condition on a question that some of those who get this one are not asked would hide it from them in silence."""
    home = {question.id: section for section in questions.sections for question in section.questions}
    for question in questions:
        source = home.get(question.show_if.question) if question.show_if else None
        if source and source.for_kinds and not (_kinds(home[question.id]) <= set(source.for_kinds)):
            sentence = _(
                "Villkoret pekar på en fråga som inte alla får som får den här. Välj en annan, eller ta bort det."
            )
            yield Problem(question.id, Sentence(sentence), "show_if")


def _kinds(section: Section) -> set[Kind]:
    return set(section.for_kinds) or set(Kind)
