"""Many bodies' values of one question as one proposal for a joint answer: summed, averaged, joined, or as one of them."""

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Any

from vaxel.rounds.domain.answers import digits
from vaxel.rounds.domain.question import MEASURED, WRITTEN, Column, Question, QuestionType

MOST_DECIMALS = 6  # of what anyone may write: a sum is exact


class Way(StrEnum):
    SUM = "sum"
    MEAN = "mean"
    JOIN = "join"


def ways(question: Question) -> tuple[Way, ...]:
    """What the question's type allows besides taking one body's answer or writing one's own."""
    if question.type in MEASURED:
        return (Way.SUM, Way.MEAN)
    if question.type is QuestionType.TABLE and any(column.type in MEASURED for column in question.columns):
        return (Way.SUM,)
    if question.type in WRITTEN or question.type is QuestionType.MANY:
        return (Way.JOIN,)
    return ()


def combined(question: Question, way: Way, given: Sequence[tuple[str, Any]]) -> Any:
    """`given`: (name, value) of those who have answered the question. None where there is nothing to combine."""
    values = [value for _, value in given if value is not None]
    if not values or way not in ways(question):
        return None
    if question.type is QuestionType.TABLE:
        return _table(question, values)
    if question.type is QuestionType.MANY:
        return [option.id for option in question.options if any(option.id in value for value in values)]
    if way is Way.JOIN:
        return "\n\n".join(f"{name}: {value}" for name, value in given if value is not None)
    total = sum(map(Fraction, values), Fraction(0))
    if way is Way.SUM:
        return _number(question.type, total)
    return _number(question.type, _rounded(total / len(values), question.decimals))


def _table(question: Question, values: Sequence[Any]) -> dict[str, dict[str, Any]]:
    """Each cell of figures summed; what is written in words is left to whoever writes the joint answer."""
    table = {row.id: _row(question.columns, [value.get(row.id, {}) for value in values]) for row in question.rows}
    return {row: cells for row, cells in table.items() if cells}


def _row(columns: Sequence[Column], rows: Sequence[Any]) -> dict[str, Any]:
    given = {column: [row[column.id] for row in rows if column.id in row] for column in columns}
    return {
        column.id: _number(column.type, sum(map(Fraction, cells), Fraction(0)))
        for column, cells in given.items()
        if cells and column.type in MEASURED
    }


def _number(kind: QuestionType, value: Fraction) -> Any:
    return round(value) if kind is QuestionType.MONEY else digits(value, MOST_DECIMALS)


def _rounded(value: Fraction, decimals: int) -> Fraction:
    """Half up, to as many decimals as the question takes: a mean of thirds ends somewhere."""
    return Fraction((value * 10**decimals * 2 + 1).__floor__() // 2, 10**decimals)
