"""PDF/A for keeping, PDF/UA for reading aloud, by typst: no system package, no network, our own font."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import typst

from vaxel.rounds.documents.paper import paper_of

HERE = Path(__file__).parent
# Built by dev.py from the npm font; without them (a bare checkout) typst uses the font it carries.
FONTS = Path(__file__).parents[2] / "ui" / "static" / "ui" / "vendor" / "fonts"
STANDARDS = ["a-2a", "ua-1"]
LACKING = re.compile(r'the text `?"(.*?)"`? could not be displayed', re.DOTALL)
MOST_TRIES = 6  # so many kinds of letters one by one; of a paper in another script, all beyond Latin at once
LATIN = 0x7E
BEYOND = re.compile("[^\u0000-\u024f\u2010-\u2027\u20ac\u2212]")
CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160), 65279, 65534, 65535), "")


def questions_pdf(asked) -> bytes:
    """Of a round or a template's version."""
    return _printed("questions.typ", paper_of(asked).as_data())


def receipt_pdf(copy) -> bytes:
    """`copy`: register.RegisterCopy."""
    return _printed("receipt.typ", copy.as_data())


def _printed(source: str, data: dict) -> bytes:
    return printed(str(HERE / source), data, root=str(HERE))


def printed(source: Any, data: dict, **where: Any) -> bytes:
    """A letter that the font lacks would stop the whole paper (PDF/A and PDF/UA want every one): its number stands there."""
    told = without(data, CONTROLS)
    for _lacking in range(MOST_TRIES):
        try:
            return _compiled(source, told, where)
        except typst.TypstError as fault:
            if not (found := LACKING.search(str(fault))):
                raise
            told = without(told, _spelt(_letters(found[1])))
    return _compiled(source, without(told, _spelt(BEYOND.findall(json.dumps(told, ensure_ascii=False)))), where)


def _compiled(source, data, where):
    return typst.compile(
        source,
        font_paths=[str(FONTS)] if FONTS.exists() else [],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=STANDARDS,
        format="pdf",
        **where,
    )


def without(data: Any, table: Mapping[int, str]) -> Any:
    """The same, its texts with these letters exchanged."""
    if isinstance(data, str):
        return data.translate(table)
    if isinstance(data, dict):
        return {key: without(value, table) for key, value in data.items()}
    return [without(each, table) for each in data] if isinstance(data, list | tuple) else data


def _letters(said: str) -> str:
    """As the printer writes them of itself: "\\u{1f600}" for what it cannot show there either."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), said)


def _spelt(letters: Iterable[str]) -> dict[int, str]:
    return {ord(letter): f"[U+{ord(letter):04X}]" for letter in letters if ord(letter) > LATIN}
