"""A round as a workbook: where each question stands, what a cell holds, and what somebody wrote in one.

One row per question with a hidden id, one column per body; the options of a "several" on rows of their own; a table on a
sheet of its own. The ids lie in hidden cells, so rows may be sorted and sheets renamed. Pure: cells in, values out.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from vaxel.rounds.domain.answers import AnswerProblem, cell, clean
from vaxel.rounds.domain.question import Question, QuestionType
from vaxel.rounds.domain.sentence import Sentence, _

MARK, TABLE_MARK, SEEN_MARK = "vaxel-svar-1", "vaxel-tabell-1", "vaxel-hamtad-1"
BETWEEN = "~"  # between a question and its option, in a row's id
CHOSEN = "x"
YES, NO = (
    frozenset({"x", "ja", "yes", "1", "sant", "true", "✓", "✔"}),
    frozenset({"", "nej", "no", "0", "falskt", "false", "–", "-"}),
)
LONG_AGO = dt.date(1920, 1, 1)  # a small number in a cell for dates becomes a day in 1900
FIRST_ANSWER = 5  # the column: id, number, question, how to answer, then the bodies
Plain = str | Decimal | dt.date | bool | None


class CellProblem(ValueError):  # noqa: N818 - it is the reader's, not ours
    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


def as_cell(question: Question, value: Any) -> str | Decimal | dt.date | int | None:
    """A stored value as a spreadsheet holds it: kronor, a day, the option's words. Not for several and tables."""
    if value is None:
        return None
    match question.type:
        case QuestionType.NUMBER:
            return Decimal(value)
        case QuestionType.MONEY:
            return Decimal(value) / 100
        case QuestionType.DATE:
            return dt.date.fromisoformat(value)
        case QuestionType.SCALE:
            return int(value)
        case QuestionType.FILE:
            return str(value["name"])
    if question.options:
        return next((option.label for option in question.options if option.id == value), str(value))
    return str(value)


def from_cell(question: Question, written: Plain) -> Any:
    """The value to store. CellProblem says what is wrong with the cell, in a sentence."""
    try:
        return clean(question, _raw(question, written))
    except AnswerProblem as problem:
        raise CellProblem(problem.sentence) from problem


def _raw(question: Question, written: Plain) -> Any:
    if written is None:
        return None
    if isinstance(written, dt.date) and written < LONG_AGO:
        raise CellProblem(Sentence(_("Talet blev datumet %(day)s. Skriv år, månad och dag."), {"day": said(written)}))
    if question.options:
        return _option(question, said(written))
    if question.type is QuestionType.SCALE:
        return _step(question, said(written))
    return said(written)


def said(written: Plain) -> str:
    """As a Swede would have typed it; a number never so that it could be read in two ways."""
    if written is None:
        return ""
    if isinstance(written, bool):
        return "ja" if written else "nej"
    if isinstance(written, dt.date):
        return written.isoformat()
    if isinstance(written, Decimal):
        text = format(written, "f").replace(".", ",")
        return text + "0" if "," in text and len(text.partition(",")[2]) == 3 else text
    return written.strip()


def _option(question: Question, text: str) -> str:
    for option in question.options:
        if text.casefold() == option.label.strip().casefold() or text == option.id:
            return option.id
    raise CellProblem(Sentence(_("”%(text)s” är inget av alternativen. Välj i listan."), {"text": short(text)}))


def _step(question: Question, text: str) -> int:
    low, high = question.scale.min, question.scale.max
    bare = text.removeprefix("-")
    if not (bare.isascii() and bare.isdigit()) or len(text) > 4:
        raise CellProblem(Sentence(_("Välj ett steg från %(low)s till %(high)s."), {"low": low, "high": high}))
    return int(text)


def is_chosen(written: Plain) -> bool:
    text = said(written).casefold()
    if text in YES:
        return True
    if text in NO:
        return False
    raise CellProblem(
        Sentence(_("Skriv x för det som väljs och lämna resten tomt, inte ”%(text)s”."), {"text": short(text)})
    )


def short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def column_as_question(question: Question, column_id: str) -> Question | None:
    """A table's cell is answered as a question of its column's type."""
    found = next((column for column in question.columns if column.id == column_id), None)
    return cell(found.id, found.type) if found else None


@dataclass(frozen=True)
class Entry:
    """One cell that holds an answer, or ought to: `key` is what its row says it is ("" = the row has no id)."""

    sheet: str
    address: str
    row: int
    body_id: int | None
    key: str
    value: Plain = None
    table: str = ""  # the question, when the cell lies in a table: `key` is then the table's row
    column: str = ""
    formula: bool = False
    error: bool = False
    merged: bool = False

    @property
    def question_id(self) -> str:
        return self.table or self.key.partition(BETWEEN)[0]

    @property
    def option_id(self) -> str:
        return "" if self.table else self.key.partition(BETWEEN)[2]


@dataclass(frozen=True)
class Filled:
    """A workbook that came back. `seen`: by body, the fingerprints of what it held when fetched; None if that is gone."""

    round_id: int
    version_id: int
    entries: tuple[Entry, ...]
    seen: Mapping[int, Mapping[str, str]] | None = field(default=None)

    def bodies(self) -> set[int]:
        return {entry.body_id for entry in self.entries if entry.body_id is not None}


def of_body(entries: Iterable[Entry], body_id: int) -> list[Entry]:
    return [entry for entry in entries if entry.body_id == body_id]
