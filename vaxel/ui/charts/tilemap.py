"""The tile map: one tile each at (column, row), drawn state by state; states differ in lightness and in mark."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PITCH, SIDE = 19, 13  # from tile to tile, and a tile's drawn side (its round corners are the stroke around it)
LOOKS = ("s0", "s1", "s2", "s3", "s4", "need", "none")


@dataclass(frozen=True)
class Layer:
    """All tiles of one state, and the one path that holds their marks."""

    key: str
    label: str
    look: str
    tiles: list[dict]
    marks: str

    @property
    def count(self):
        return len(self.tiles)


@dataclass(frozen=True)
class TileMap:
    box: str
    width: str
    layers: list[Layer]
    own: str
    links: bool


def tilemap(tiles: Iterable[dict], states: Sequence[dict]) -> TileMap:
    placed = [_placed(tile) for tile in tiles]
    known = {state["key"] for state in states}
    if unknown := {tile["state"] for tile in placed} - known:
        raise ValueError(f"Tiles in a state that has no label: {sorted(unknown)}")
    layers = [_layer(state, [tile for tile in placed if tile["state"] == state["key"]]) for state in states]
    own = "".join(_frame(tile) for tile in placed if tile.get("own"))
    return TileMap(_box(placed), _drawn_width(placed), layers, own, any(tile.get("href") for tile in placed))


def counted(tiles: Iterable[dict], states: Sequence[dict]) -> list[dict]:
    """The states with how many tiles are in each, for a legend."""
    found = Counter(tile["state"] for tile in tiles)
    return [{**state, "count": found[state["key"]]} for state in states]


def _placed(tile):
    x, y = tile["column"] * PITCH, tile["row"] * PITCH
    return {**tile, "x": x, "y": y, "path": f"M{x} {y}h{SIDE}v{SIDE}h-{SIDE}z"}


def _layer(state, tiles):
    if state["look"] not in LOOKS:
        raise ValueError(f"{state['look']} is no look; choose one of {', '.join(LOOKS)}")
    marks = "".join(_mark(state["look"], tile["x"], tile["y"]) for tile in tiles)
    return Layer(state["key"], state["label"], state["look"], tiles, marks)


def _mark(look, x, y):
    """What tells the state apart without colour; drawn as a round-ended stroke."""
    middle = y + SIDE / 2
    return {
        "s0": f"M{x + 1} {y + SIDE - 1}L{x + SIDE - 1} {y + 1}",
        "s1": f"M{x + 1} {middle:g}h{SIDE - 2}",
        "s2": f"M{x + SIDE / 2:g} {middle:g}h0",
        "s3": f"M{x + 2} {y + 2}h0M{x + SIDE - 2} {y + SIDE - 2}h0",
        "need": f"M{x - 3.5:g} {y - 3.5:g}h{SIDE + 7}v{SIDE + 7}h-{SIDE + 7}z",
    }.get(look, "")


def _frame(tile):
    x, y, side = tile["x"] - 5, tile["y"] - 5, SIDE + 10
    return f"M{x} {y}h{side}v{side}h-{side}z"


def _box(tiles):
    if not tiles:
        return "0 0 19 19"
    xs, ys = [tile["x"] for tile in tiles], [tile["y"] for tile in tiles]
    return f"{min(xs) - 8} {min(ys) - 8} {_width(tiles)} {max(ys) - min(ys) + SIDE + 16}"


def _drawn_width(tiles):
    """In pixels: a large map as wide as its column, a small one with tiles no larger than a thumb."""
    return str(round(min(384, 2.4 * _width(tiles))))


def _width(tiles):
    xs = [tile["x"] for tile in tiles] or [0]
    return max(xs) - min(xs) + SIDE + 16
