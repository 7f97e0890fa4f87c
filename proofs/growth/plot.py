"""Lines where both axes are logarithms, as plain SVG (ADR 0010): a stroke and a mark for each, told apart without colour."""

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 840, 460, 78, 316, 48, 62
STROKES = ("", "6 4", "2 3", "10 3 2 3")
INK, PAPER, FAINT = "#16202a", "#fbfaf6", "#c9c6bb"
Points = Sequence[tuple[float, float]]


def svg(lines: Mapping[str, Points]) -> str:
    """`lines`: name → (deliveries, milliseconds)."""
    across = _decades([x for points in lines.values() for x, _ in points])
    up = _decades([y for points in lines.values() for _, y in points])
    place = lambda x, y: (_at(x, across, LEFT, WIDTH - RIGHT), _at(y, up, HEIGHT - BOTTOM, TOP))  # noqa: E731
    parts = [*_frame(across, up), *_lines(lines, place)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-labelledby="t" font-family="system-ui, sans-serif" font-size="13" fill="{INK}">\n'
        f'<title id="t">How cost grows with the number of deliveries; both axes are logarithms</title>\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _decades(values: Sequence[float]) -> tuple[int, int]:
    return math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))


def _at(value: float, decades: tuple[int, int], start: float, stop: float) -> float:
    low, high = decades
    return round(start + (math.log10(value) - low) / max(1, high - low) * (stop - start), 1)


def _frame(across: tuple[int, int], up: tuple[int, int]):
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    yield f'<text x="{LEFT}" y="26" font-size="16" font-weight="600">Only opening grows with what is opened</text>'
    for power in range(up[0], up[1] + 1):
        y = _at(10.0**power, up, bottom, TOP)
        yield f'<path d="M{LEFT} {y}H{right}" stroke="{FAINT}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{_power(power)}</text>'
    for power in range(across[0], across[1] + 1):
        x = _at(10.0**power, across, LEFT, right)
        yield f'<path d="M{x} {TOP}V{bottom}" stroke="{FAINT}"/>'
        yield f'<text x="{x}" y="{bottom + 20}" text-anchor="middle">{_power(power)}</text>'
    yield f'<text x="{(LEFT + right) / 2}" y="{HEIGHT - 16}" text-anchor="middle">deliveries in the rounds opened</text>'
    middle = (TOP + bottom) / 2
    yield f'<text x="20" y="{middle}" text-anchor="middle" transform="rotate(-90 20 {middle})">milliseconds</text>'


def _power(power: int) -> str:
    return f"{10**power:,}".replace(",", "\u202f") if power >= 0 else f"{10.0**power:g}"


def _lines(lines: Mapping[str, Points], place):
    names = sorted(lines, key=lambda name: -lines[name][-1][1])
    for number, (name, points) in enumerate(lines.items()):
        dots = [place(x, y) for x, y in points]
        stroke = STROKES[number % len(STROKES)]
        path = "M" + "L".join(f"{x} {y}" for x, y in dots)
        filled = INK if number < len(lines) / 2 else PAPER
        dash = f' stroke-dasharray="{stroke}"' if stroke else ""
        yield f'<path d="{path}" fill="none" stroke="{INK}" stroke-width="2"{dash}/>'
        yield from (
            f'<circle cx="{x}" cy="{y}" r="4" fill="{filled}" stroke="{INK}" stroke-width="1.5"/>' for x, y in dots
        )
        y = TOP + 20 + names.index(name) * 24
        x = WIDTH - RIGHT + 16
        yield f'<path d="M{x} {y - 4}h40" stroke="{INK}" stroke-width="2"{dash}/>'
        yield f'<circle cx="{x + 20}" cy="{y - 4}" r="4" fill="{filled}" stroke="{INK}" stroke-width="1.5"/>'
        yield f'<text x="{x + 48}" y="{y}">{escape(name)}</text>'
