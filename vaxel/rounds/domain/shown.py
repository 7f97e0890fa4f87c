"""A stored value as people read it, and as it stands in the field when they come back to it."""

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from vaxel.calendar.domain.phrases import day_of_month
from vaxel.rounds.domain.answers import cell, digits
from vaxel.rounds.domain.question import Question, QuestionType

SPACE = "\u00a0"
_DECIMAL = {"sv": ",", "en": "."}  # thousands are set apart by a space in both: "712,500" typed back would be doubtful


def shown(question: Question, value: Any, language: str = "sv") -> str:
    """ "712 500 kr", "31 januari 2020", the option's words; a table is one line per row. Empty for no answer."""
    if value is None:
        return ""
    return _SHOWN.get(question.type, _plain)(question, value, language)


def in_field(question: Question, value: Any) -> str:
    """What the body would have written: "712 500". `clean` reads it back to the same value."""
    if value is None:
        return ""
    if question.type is QuestionType.MONEY:
        return kronor(value)
    return number(Fraction(value)) if question.type is QuestionType.NUMBER else str(value)


def number(value: Fraction, decimals: int = 6, language: str = "sv") -> str:
    """1 234,5, in English 1 234.5 – rounded half up to `decimals`, so that a mean of thirds ends somewhere."""
    scale = 10**decimals
    rounded = Fraction((abs(value) * scale * 2 + 1).__floor__() // 2, scale)
    whole, _, part = digits(rounded, decimals).partition(".")
    sign = "−" if value < 0 and rounded else ""
    return sign + f"{int(whole):,}".replace(",", SPACE) + (_DECIMAL[language] + part if part else "")


def kronor(ore: Fraction | int, language: str = "sv") -> str:
    """712 500 or 99,50, without the unit; whole kronor are written without decimals."""
    rounded = number(Fraction(ore) / 100, 2, language)
    _, mark, part = rounded.partition(_DECIMAL[language])
    return rounded + "0" if mark and len(part) == 1 else rounded


def day(value: str, language: str = "sv") -> str:
    """31 januari 2020"""
    return day_of_month(dt.date.fromisoformat(value), language).replace(" ", SPACE)


def _number(question: Question, value: Any, language: str) -> str:
    unit = f"{SPACE}{question.unit}" if question.unit else ""
    return number(Fraction(value), language=language) + unit


def _labels(question: Question, value: Any, _language: str) -> str:
    labels = {option.id: option.label for option in question.options}
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(labels.get(str(item), str(item)) for item in chosen)


def _scale(question: Question, value: Any, _language: str) -> str:
    return f"{value} ({question.scale.min}–{question.scale.max})"


def _table(question: Question, value: Any, language: str) -> str:
    return "\n".join(
        f"{row.label}: " + ", ".join(_cells(question, value[row.id], language))
        for row in question.rows
        if row.id in value
    )


def _cells(question: Question, cells: Any, language: str) -> list[str]:
    return [
        f"{column.label} {shown(cell(column.id, column.type), cells[column.id], language)}"
        for column in question.columns
        if column.id in cells
    ]


def _plain(_question: Question, value: Any, _language: str) -> str:
    return str(value)


_SHOWN: dict[QuestionType, Callable[[Question, Any, str], str]] = {
    QuestionType.NUMBER: _number,
    QuestionType.MONEY: lambda _question, value, language: f"{kronor(value, language)}{SPACE}kr",
    QuestionType.DATE: lambda _question, value, language: day(value, language),
    QuestionType.ONE: _labels,
    QuestionType.MANY: _labels,
    QuestionType.SECTION_REF: _labels,
    QuestionType.SCALE: _scale,
    QuestionType.TABLE: _table,
    QuestionType.FILE: lambda _question, value, _language: str(value["name"]),
}
