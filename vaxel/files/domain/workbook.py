"""Tables out as xlsx, where text stays text whatever it begins with."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any  # openpyxl's own types know neither widths nor fonts

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from vaxel.files.domain.export import Value, wall_clock
from vaxel.files.domain.guarding import guard, printable

WIDEST = 60


@dataclass(frozen=True)
class Sheet:
    title: str
    header: Sequence[str]
    rows: Iterable[Sequence[Value]]


def xlsx_bytes(sheets: Sequence[Sheet]) -> bytes:
    """A workbook; text stays text whatever it begins with."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book.create_sheet(_title(sheet.title)), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write(page: Any, sheet: Sheet) -> None:
    page.freeze_panes = "A2"
    for place, name in enumerate(sheet.header, 1):
        page.column_dimensions[get_column_letter(place)].width = min(WIDEST, max(12, len(name) + 2))
    heading = [_xlsx_cell(page, name) for name in sheet.header]
    for cell in heading:
        cell.font = Font(bold=True)
    page.append(heading)
    for row in sheet.rows:
        page.append([_xlsx_cell(page, value) for value in row])


def _xlsx_cell(page: Any, value: Any) -> Any:
    if isinstance(value, bool):
        value = "ja" if value else "nej"
    if isinstance(value, dt.datetime):
        value = wall_clock(value)
    if not isinstance(value, str):
        return WriteOnlyCell(page, value)
    cell = WriteOnlyCell(page, "")
    cell.value = printable(value)
    cell.data_type = "s"  # openpyxl would make a formula of "=…"
    cell.quotePrefix = guard(value) != value  # stays text when someone edits the cell
    return cell


def _title(text: str) -> str:
    """Excel allows 31 characters and none of []:*?/\\\\ in a sheet's name."""
    return "".join(" " if letter in "[]:*?/\\" else letter for letter in printable(text))[:31].strip("' ") or "Blad"
