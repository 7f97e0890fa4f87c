"""The ladder: each row a line, each step a stop; a stop is full when all have reached it."""

from collections.abc import Sequence
from dataclasses import dataclass

FIRST, LAST = 20.0, 94.0  # where the first and last stop lie, per cent of the width


@dataclass(frozen=True)
class Stop:
    label: str
    count: int
    x: str
    run: str  # where the drawn line towards the next stop ends; "" when there is none
    next_x: str
    state: str  # full, part or none


@dataclass(frozen=True)
class Row:
    label: str
    total: int
    y: str
    label_y: str
    count_y: str
    stops: list[Stop]


def ladder(steps: Sequence[str], rows: Sequence[dict]) -> list[Row]:
    return [_row(steps, row, 78 + 68 * number) for number, row in enumerate(rows)]


def _row(steps, row, y):
    counts, total = row["counts"], row["total"]
    if len(counts) != len(steps):
        raise ValueError(f"{row['label']}: {len(counts)} counts for {len(steps)} steps")
    places = [FIRST + (LAST - FIRST) * i / max(1, len(steps) - 1) for i in range(len(steps))]
    stops = [
        Stop(steps[i], count, _place(places[i]), _run(places, counts, total, i), _next(places, i), _state(count, total))
        for i, count in enumerate(counts)
    ]
    return Row(row["label"], total, str(y), str(y + 5), str(y - 20), stops)


def _state(count, total):
    if not count:
        return "none"
    return "full" if count >= total else "part"


def _run(places, counts, total, i):
    """As far towards the next stop as the share that has reached it."""
    if i + 1 == len(places) or not total or not counts[i + 1]:
        return ""
    return _place(places[i] + (places[i + 1] - places[i]) * min(1, counts[i + 1] / total))


def _next(places, i):
    return _place(places[i + 1]) if i + 1 < len(places) else ""


def _place(percent):
    return f"{percent:.2f}%"
