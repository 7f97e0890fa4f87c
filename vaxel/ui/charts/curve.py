"""A curve of steps: how a number has grown over time, several lines of one scale, each told by dash and label as well."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDE, HIGH = 1000, 1000  # the drawing's own units; it is stretched to the page
TOP, HEIGHT = 24, 230  # px: room above, and the drawing's height
APART = 19  # px between two labels at the right edge


@dataclass(frozen=True)
class Run:
    label: str
    value: int
    path: str
    dash: int
    label_y: str


@dataclass(frozen=True)
class Tick:
    label: str
    x: str
    y: str


@dataclass(frozen=True)
class Curve:
    runs: list[Run]
    across: list[Tick]  # along the time
    up: list[Tick]  # numbers


def curve(series: Sequence[dict], ticks: Sequence[dict], highest: int) -> Curve:
    """Each series {label, points: [(place 0–1 in time, value)]} keeps its value until its next point, and to the end."""
    ends = _spaced([TOP + HEIGHT * (1 - _last(one) / max(1, highest)) for one in series])
    runs = [
        Run(one["label"], _last(one), _path(one["points"], highest), number, f"{y + 5:.0f}")
        for number, (one, y) in enumerate(zip(series, ends, strict=True))
    ]
    across = [Tick(tick["label"], f"{8 + 70 * tick['place']:.2f}%", str(TOP + HEIGHT + 22)) for tick in ticks]
    up = [Tick(str(number), "0", f"{TOP + HEIGHT * (1 - number / max(1, highest)) + 5:.0f}") for number in (0, highest)]
    return Curve(runs, across, up)


def _last(one) -> int:
    return one["points"][-1][1] if one["points"] else 0


def _path(points, highest):
    """From nought at the left edge, level until each point, then straight up or down to it."""
    drawn = f"M0 {HIGH}"
    for place, value in points:
        drawn += f"H{WIDE * place:.1f}V{HIGH * (1 - value / max(1, highest)):.1f}"
    return drawn + f"H{WIDE}"


def _spaced(wanted: Sequence[float]) -> list[float]:
    """The labels' heights, moved down as little as it takes that none lies on another; never below the drawing."""
    order = sorted(range(len(wanted)), key=lambda number: (wanted[number], -number))
    placed = [0.0] * len(wanted)
    before = -float("inf")
    for number in order:
        before = placed[number] = max(wanted[number], before + APART)
    over = max(0.0, before - (TOP + HEIGHT)) if wanted else 0.0
    return [y - over for y in placed]
