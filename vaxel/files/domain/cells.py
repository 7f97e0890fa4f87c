"""A workbook cell by cell, each where it stands: for a form that came back, where a table by its header is not enough.

A formula counts as what it last showed, and says that it is one. Merged cells and errors say so too.
"""

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any  # the readers' own types

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from python_calamine import CalamineError, CalamineWorkbook

from vaxel.files.domain.names import clean_name
from vaxel.files.domain.shape import take_shape
from vaxel.files.domain.sniff import sniff
from vaxel.files.domain.unfit import Reason, Unfit

MOST_CELLS = 150_000  # of a form; a table of data is read by sheets.py
MOST_SHEETS = 300
Plain = str | Decimal | dt.date | bool | None
Place = tuple[int, int]  # row and column, both from 1


@dataclass(frozen=True)
class Cell:
    """`value` None: a formula that nobody has worked out, an error, or a cell that a merged one covers."""

    value: Plain
    formula: bool = False
    error: bool = False
    merged: bool = False


Grid = Mapping[Place, Cell]  # only the cells that hold anything, or are part of a merged one


def address(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"


def read_cells(content: bytes, name: str) -> dict[str, Grid]:
    """Every sheet by its name. Raises Unfit."""
    try:
        sniff(name, content, frozenset({"xlsx"}))
        take_shape(content, MOST_CELLS)
        return _grids(content)
    except Unfit as no:
        raise Unfit(no.reason, **{"name": clean_name(name), **no.facts}) from no


def _grids(content: bytes) -> dict[str, Grid]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = {title: book.get_sheet_by_name(title) for title in book.sheet_names}
        _small_enough(sheets)
        marks = _marks(content)
        return {title: _grid(sheet, marks.get(title, {})) for title, sheet in sheets.items()}
    except Unfit:
        raise
    except (CalamineError, OSError, ArithmeticError, AttributeError, LookupError, SyntaxError, TypeError, ValueError):
        raise Unfit(Reason.BROKEN) from None  # both readers say in many ways that they do not understand a file


def _small_enough(sheets: Mapping[str, Any]) -> None:
    laid_out = sum((sheet.end[0] + 1) * (sheet.end[1] + 1) for sheet in sheets.values() if sheet.end)
    merged = sum(map(_covered, sheets.values()))
    if len(sheets) > MOST_SHEETS or laid_out > MOST_CELLS or merged > MOST_CELLS:
        raise Unfit(Reason.TOO_MANY_ROWS, most=MOST_CELLS)


def _covered(sheet: Any) -> int:
    ranges = sheet.merged_cell_ranges or ()
    return sum((bottom - top + 1) * (right - left + 1) for (top, left), (bottom, right) in ranges)


def _marks(content: bytes) -> dict[str, dict[Place, str]]:
    """Which cells are formulas ("f") and errors ("e"): the quick reader does not tell."""
    book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a file says of its size is not to be believed
    return {
        sheet.title: {
            (number, column): cell.data_type
            for number, row in enumerate(sheet.iter_rows(), 1)
            for column, cell in enumerate(row, 1)
            if cell.data_type in ("f", "e")
        }
        for sheet in book.worksheets
    }


def _grid(sheet: Any, marks: Mapping[Place, str]) -> Grid:
    merged = set(_merged(sheet))
    grid = {}
    for row, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
        for column, value in enumerate(cells, 1):
            place = (row, column)
            if value not in ("", None) or place in merged or place in marks:
                mark = marks.get(place)
                grid[place] = Cell(_plain(value), mark == "f", mark == "e", place in merged)
    for place in (merged | marks.keys()) - grid.keys():
        grid[place] = Cell(None, marks.get(place) == "f", marks.get(place) == "e", place in merged)
    return grid


def _merged(sheet: Any) -> Iterator[Place]:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                yield row + 1, column + 1


def _plain(value: Any) -> Plain:
    """A number with the fifteen digits that a spreadsheet itself holds: 0.1 + 0.2 is 0.3, as it shows."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return Decimal(f"{value:.15g}")
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return str(value).replace("\r\n", "\n").strip() or None
