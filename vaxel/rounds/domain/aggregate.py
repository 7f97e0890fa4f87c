"""Many bodies' values of one question as one: exact sums and quartiles, counts, texts, tables cell by cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

from vaxel.rounds.domain.answers import cell
from vaxel.rounds.domain.question import MEASURED, WITH_OPTIONS, Question, QuestionType


@dataclass(frozen=True)
class Figures:
    """Exact; money in öre. Quartiles by linear interpolation between the two nearest ranks (R's type 7)."""

    total: Fraction
    mean: Fraction
    median: Fraction
    first_quartile: Fraction
    third_quartile: Fraction
    least: Fraction
    most: Fraction


@dataclass(frozen=True)
class Count:
    id: str
    label: str
    count: int


@dataclass(frozen=True)
class Cell:
    row: str
    column: str
    aggregate: "Aggregate"


@dataclass(frozen=True)
class Aggregate:
    """`answered` is how many have a value; the other parts are filled by the question's type, the rest empty."""

    type: QuestionType
    answered: int
    figures: Figures | None = None  # number, money, scale
    counts: tuple[Count, ...] = ()  # one, many, scale, section_ref with options
    texts: tuple[str, ...] = ()  # text, long_text, section_ref, file (its name); in the order given
    dates: tuple[str, str] | None = None  # earliest and latest
    cells: tuple[Cell, ...] = ()


def aggregate(question: Question, values: Iterable[Any]) -> Aggregate:
    """Missing values (None) are left out, never counted as nought. Pass the values of one question, cleaned."""
    given = [value for value in values if value is not None]
    kind = question.type
    if kind in MEASURED:
        return Aggregate(kind, len(given), figures=figures([Fraction(value) for value in given]))
    if kind is QuestionType.SCALE:
        numbers = [Fraction(value) for value in given]
        return Aggregate(kind, len(given), figures=figures(numbers), counts=_steps(question, given))
    if kind in WITH_OPTIONS and question.options:
        return Aggregate(kind, len(given), counts=_counts(question, given))
    if kind is QuestionType.DATE:
        return Aggregate(kind, len(given), dates=(min(given), max(given)) if given else None)
    if kind is QuestionType.TABLE:
        return Aggregate(kind, len(given), cells=_cells(question, given))
    return Aggregate(kind, len(given), texts=tuple(_text(value) for value in given))


def figures(numbers: Sequence[Fraction]) -> Figures | None:
    """None for no numbers: the mean of nothing is not nought."""
    if not numbers:
        return None
    # Reckoned in whole numbers of the finest part anyone used: as exact as fractions, and ten times as fast.
    scale = lcm(*(number.denominator for number in numbers))
    ranked = sorted(number.numerator * (scale // number.denominator) for number in numbers)
    total = Fraction(sum(ranked), scale)
    low, middle, high = (quantile(ranked, Fraction(part, 4)) / scale for part in (1, 2, 3))
    return Figures(
        total, total / len(ranked), middle, low, high, Fraction(ranked[0], scale), Fraction(ranked[-1], scale)
    )


def quantile(ranked: Sequence[int], part: Fraction) -> Fraction:
    """`ranked` ascending and not empty. Of 1, 2, 3, 4 the first quartile lies at rank 0.75 from the least: 1.75."""
    place = part * (len(ranked) - 1)
    below = place.numerator // place.denominator
    above = min(below + 1, len(ranked) - 1)
    return ranked[below] + (place - below) * (ranked[above] - ranked[below])


def _counts(question: Question, values: list[Any]) -> tuple[Count, ...]:
    chosen = [item for value in values for item in (value if isinstance(value, list) else [value])]
    return tuple(Count(option.id, option.label, chosen.count(option.id)) for option in question.options)


def _steps(question: Question, values: list[Any]) -> tuple[Count, ...]:
    return tuple(Count(str(step), str(step), values.count(step)) for step in question.scale.steps)


def _cells(question: Question, values: list[Any]) -> tuple[Cell, ...]:
    return tuple(
        Cell(row.id, column.id, aggregate(cell(column.id, column.type), [_at(v, row.id, column.id) for v in values]))
        for row in question.rows
        for column in question.columns
    )


def _at(value: Any, row: str, column: str) -> Any:
    return value.get(row, {}).get(column)


def _text(value: Any) -> str:
    return str(value["name"]) if isinstance(value, dict) else str(value)
