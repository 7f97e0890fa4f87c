"""Static TrueType fonts for typst, which reads neither woff2 nor variable fonts. Runs in .venv."""

import logging
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from devtools.environment import VENDOR
from devtools.places import ROOT

FONT = ROOT / "node_modules" / "@fontsource-variable" / "atkinson-hyperlegible-next" / "files"
FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = {"Regular": 400, "Bold": 700}
SLANTS = {"": "normal", "Italic": "italic"}


def build(folder: Path = VENDOR / "fonts") -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    return [_one(folder, weight, slant) for weight in WEIGHTS for slant in SLANTS]


def _one(folder: Path, weight: str, slant: str) -> Path:
    style = f"{weight} {slant}".strip().replace("Regular Italic", "Italic")
    font = TTFont(FONT / f"atkinson-hyperlegible-next-latin-wght-{SLANTS[slant]}.woff2")
    font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS[weight]})
    font.flavor = None
    _rename(font, style)
    path = folder / f"{FAMILY} {style}.ttf".replace(" ", "")
    font.save(path)
    return path


def _rename(font: TTFont, style: str) -> None:
    """Four styles of one family, as every program understands them."""
    names = {1: FAMILY, 2: style, 4: f"{FAMILY} {style}", 6: f"{FAMILY}-{style}".replace(" ", "")}
    table = font["name"]
    for number in (16, 17, 21, 22, 25):
        table.removeNames(nameID=number)
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = WEIGHTS["Bold" if "Bold" in style else "Regular"]
    bold, italic = "Bold" in style, "Italic" in style
    font["OS/2"].fsSelection = (0x20 if bold else 0) | (0x01 if italic else 0) or 0x40
    font["head"].macStyle = (1 if bold else 0) | (2 if italic else 0)


if __name__ == "__main__":
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    build()
