"""PDF/A for keeping, PDF/UA for reading aloud, by typst: no system package, no network, our own font."""

import json
from pathlib import Path

import typst

from vaxel.rounds.documents.paper import paper_of

HERE = Path(__file__).parent
# Built by dev.py from the npm font; without them (a bare checkout) typst uses the font it carries.
FONTS = Path(__file__).parents[2] / "ui" / "static" / "ui" / "vendor" / "fonts"
STANDARDS = ["a-2a", "ua-1"]


def questions_pdf(asked) -> bytes:
    """Of a round or a template's version."""
    return _printed("questions.typ", paper_of(asked).as_data())


def receipt_pdf(copy) -> bytes:
    """`copy`: register.RegisterCopy."""
    return _printed("receipt.typ", copy.as_data())


def _printed(source: str, data: dict) -> bytes:
    return typst.compile(
        str(HERE / source),
        root=str(HERE),
        font_paths=[str(FONTS)] if FONTS.exists() else [],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=STANDARDS,
        format="pdf",
    )
