"""Attachments, tables in and tables out: `from vaxel import files`, then `files.attach(…)`."""

from importlib import import_module
from typing import Any

# Loaded on first use: Django imports this package before its models may be touched.
_HOMES = {
    "attach": "attaching",
    "attach_bytes": "attaching",
    "share": "attaching",
    "remove": "attaching",
    "replace": "attaching",
    "ACCEPT": "attaching",
    "Attachment": "models",
    "serve": "serving",
    "send_bytes": "serving",
    "looked_through": "reading",
    "read_table": "reading",
    "read_workbook": "reading",
    "read_cells": "reading",
    "spreadsheet_response": "export",
    "workbook_response": "export",
    "Sheet": "export",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"vaxel.files has no {name}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
