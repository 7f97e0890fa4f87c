"""Who did what, when: append-only, sealed in a hash chain. `from vaxel import journal`, then `journal.record(…)`."""

from importlib import import_module
from typing import Any

# Loaded on first use: Django imports this package before its models may be touched.
_HOMES = {
    "record": "recording",
    "record_many": "recording",
    "Line": "recording",
    "erase_note": "recording",
    "newest": "reading",
    "of": "reading",
    "of_many": "reading",
    "HistoryLine": "reading",
    "describe": "words",
    "words_for": "words",
    "seal": "sealing",
    "head": "sealing",
    "verify": "verifying",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"vaxel.journal has no {name}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
