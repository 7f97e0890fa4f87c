"""A line so small that only its shape is read: points in a box, first to last, low to high."""

from collections.abc import Sequence


def spark(values: Sequence[int], width: int = 220, height: int = 48, margin: int = 6) -> list[tuple[float, float]]:
    """x and y of each value; y grows downward. A level line lies in the middle, and so does a single point."""
    if not values:
        return []
    low, high = min(values), max(values)
    step = (width - 2 * margin) / max(1, len(values) - 1)
    return [
        (round(margin + place * step, 1), _y(value, low, high, height, margin)) for place, value in enumerate(values)
    ]


def _y(value: int, low: int, high: int, height: int, margin: int) -> float:
    share = (value - low) / (high - low) if high > low else 0.5
    return round(height - margin - share * (height - 2 * margin), 1)
