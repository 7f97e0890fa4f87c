"""Documents out: the questions as Word and pdf, a body's copy for its own register.

questions_docx(version_or_round) and questions_pdf(…) give bytes; receipt_pdf(copy) and receipt_csv(copy) take a RegisterCopy.
"""

from importlib import import_module
from typing import Any

# Loaded on first use: Word and typst cost half a second that most requests never need.
_HOMES = {
    "questions_docx": "word",
    "questions_pdf": "pdf",
    "BodyColumn": "workbook",
    "round_workbook": "workbook",
    "receipt_pdf": "pdf",
    "receipt_csv": "register",
    "register_copy": "register",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"vaxel.rounds.documents has no {name}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
