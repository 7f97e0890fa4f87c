"""A share as parts of one bar, and amounts week by week as columns."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    look: str
    label: str
    value: int
    x: str
    width: str


def bar(parts: Sequence[dict], total: int) -> list[Part]:
    """Parts side by side of `total`; what is over is the rest. No total: nothing drawn."""
    drawn, before = [], 0
    for part in parts:
        x, width = _percent(before, total), _percent(part["value"], total)
        drawn.append(Part(part["look"], part["label"], part["value"], x, width))
        before += part["value"]
    return drawn


@dataclass(frozen=True)
class Column:
    label: str
    value: int
    y: str
    height: str
    need: bool
    title: str


def columns(bars: Sequence[dict]) -> list[Column]:
    """Heights as shares of the highest; a value above zero is always seen."""
    highest = max((bar["value"] for bar in bars), default=0)
    return [_column(bar, highest) for bar in bars]


def _column(bar, highest):
    height = max(4, 100 * bar["value"] / highest) if bar["value"] else 0
    need, title = bar.get("need", False), bar.get("title", "")
    return Column(bar["label"], bar["value"], f"{100 - height:.1f}%", f"{height:.1f}%", need, title)


def _percent(part, whole):
    return f"{100 * part / whole:.2f}%" if whole else "0%"
