"""Own beside others: one line per row, one mark per series, all rows of a unit on the same scale of their own."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    series: str
    shape: int
    value: float | None
    x: str


@dataclass(frozen=True)
class Line:
    label: str
    unit: str
    marks: list[Mark]


def compare(rows: Sequence[dict], series: Sequence[str]) -> list[Line]:
    """Each row from zero (or its lowest, if below) to its highest value, or to its own `low` and `high`."""
    return [_line(row, series) for row in rows]


def _line(row, series):
    known = [value for value in row["values"] if value is not None]
    low = row.get("low", min([0, *known]))
    high = row.get("high", max([0, *known]))
    marks = [
        Mark(name, number, value, _place(value, low, high))
        for number, (name, value) in enumerate(zip(series, row["values"], strict=True))
    ]
    return Line(row["label"], row.get("unit", ""), marks)


def _place(value, low, high):
    """Within 2–98 % so that a mark is never cut; nothing for a value that is not known."""
    if value is None:
        return ""
    return f"{2 + 96 * (value - low) / (high - low):.2f}%" if high > low else "2.00%"
