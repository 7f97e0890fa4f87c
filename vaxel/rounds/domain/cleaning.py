"""What a question accepts, type by type. The shapes that come out stand in answers.py."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from vaxel.rounds.domain import written
from vaxel.rounds.domain.question import Question, QuestionType
from vaxel.rounds.domain.sentence import Sentence, _

MOST_CHARACTERS = {QuestionType.TEXT: 300, QuestionType.LONG_TEXT: 20_000, QuestionType.SECTION_REF: 300}
EMPTY: tuple[Any, ...] = (None, "", [], {}, ())


class AnswerProblem(ValueError):  # noqa: N818 - it is the reader's, not ours
    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


def clean(question: Question, raw: Any) -> Any:
    """The value to store, None for no answer. What `clean` gave is accepted again unchanged."""
    if isinstance(raw, str):
        raw = raw.replace("\r\n", "\n").strip()
    if raw in EMPTY:
        return None
    try:
        return _CLEAN[question.type](question, raw)
    except written.WrittenError as error:
        raise AnswerProblem(error.sentence) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        if isinstance(error, AnswerProblem):
            raise
        raise _problem(_("Svaret har fel form för frågan. Ladda om sidan och svara igen.")) from error


def _problem(text: str, **values: object) -> AnswerProblem:
    return AnswerProblem(Sentence(text, values))


def _text(question: Question, raw: str) -> str:
    text = raw.strip()
    most = question.max_length or MOST_CHARACTERS[question.type]
    if "\x00" in text:
        raise _problem(_("Texten innehåller ett tecken som inte går att spara. Skriv om den."))
    if len(text) > most:
        raise _problem(_("Svaret är %(length)s tecken. Korta det till högst %(most)s."), length=len(text), most=most)
    return text


def _number(question: Question, raw: Any) -> str:
    if isinstance(raw, bool | float):
        raise TypeError(raw)
    value = written.number(str(raw), question.unit, question.decimals)
    _within(question, value)
    if (value * 10**question.decimals).denominator != 1:
        if not question.decimals:
            raise _problem(_("Skriv ett helt tal, utan decimaler."))
        raise _problem(_("Skriv högst %(decimals)s decimaler."), decimals=question.decimals)
    return digits(value, question.decimals)


def digits(value: Fraction, decimals: int) -> str:
    """Exact, with a point and no trailing noughts: 3/2 is "1.5". `value` has at most that many decimals."""
    sign, scaled = "-" if value < 0 else "", str(abs(value.numerator) * 10**decimals // value.denominator)
    if value.denominator == 1:
        return f"{value.numerator}"
    scaled = scaled.rjust(decimals + 1, "0")
    return f"{sign}{scaled[:-decimals]}.{scaled[-decimals:].rstrip('0')}"


def _money(question: Question, raw: Any) -> int:
    if isinstance(raw, bool | float):
        raise TypeError(raw)
    ore = raw if isinstance(raw, int) else written.ore(raw)
    _within(question, written.number(str(ore)) / 100)
    return ore


def _within(question: Question, value: Any) -> None:
    if question.min and value < written.number(question.min):
        raise _problem(_("Talet är för litet. Minst %(limit)s går att svara."), limit=question.min)
    if question.max and value > written.number(question.max):
        raise _problem(_("Talet är för stort. Högst %(limit)s går att svara."), limit=question.max)


def _date(question: Question, raw: str) -> str:
    return written.date(raw).isoformat()


def _one(question: Question, raw: str) -> str:
    if raw not in {option.id for option in question.options}:
        raise _problem(_("Välj ett av alternativen."))
    return raw


def _many(question: Question, raw: Any) -> list[str] | None:
    chosen = {raw} if isinstance(raw, str) else set(raw)
    if not chosen <= {option.id for option in question.options}:
        raise _problem(_("Välj bland alternativen."))
    return [option.id for option in question.options if option.id in chosen] or None


def _scale(question: Question, raw: Any) -> int:
    if isinstance(raw, bool | float) or int(raw) not in question.scale.steps:
        scale = question.scale
        raise _problem(_("Välj ett steg från %(low)s till %(high)s."), low=scale.min, high=scale.max)
    return int(raw)


def _table(question: Question, raw: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]] | None:
    rows = {row.id: _row(question, row.label, raw.get(row.id) or {}) for row in question.rows}
    return {row: cells for row, cells in rows.items() if cells} or None


def _row(question: Question, label: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    cells = {}
    for column in question.columns:
        try:
            cells[column.id] = clean(cell(column.id, column.type), raw.get(column.id))
        except AnswerProblem as error:
            values = {"row": label, "column": column.label, "problem": str(error.sentence)}
            raise AnswerProblem(Sentence(_("%(row)s, %(column)s: %(problem)s"), values)) from error
    return {key: value for key, value in cells.items() if value is not None}


def cell(column_id: str, kind: QuestionType) -> Question:
    """A table's cell is cleaned and summed as a question of its column's type; a number may have two decimals."""
    return Question(column_id, kind, decimals=2)


def _file(question: Question, raw: Mapping[str, str]) -> dict[str, str]:
    return {"id": str(raw["id"]), "name": str(raw["name"])}


def _section_ref(question: Question, raw: str) -> str:
    return _one(question, raw) if question.options else _text(question, raw)


_CLEAN: dict[QuestionType, Callable[[Question, Any], Any]] = {
    QuestionType.TEXT: _text,
    QuestionType.LONG_TEXT: _text,
    QuestionType.NUMBER: _number,
    QuestionType.MONEY: _money,
    QuestionType.DATE: _date,
    QuestionType.ONE: _one,
    QuestionType.MANY: _many,
    QuestionType.SCALE: _scale,
    QuestionType.TABLE: _table,
    QuestionType.FILE: _file,
    QuestionType.SECTION_REF: _section_ref,
}
