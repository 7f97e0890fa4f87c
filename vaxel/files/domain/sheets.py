"""Tables out of csv and xlsx, safely: size, shape and encoding are checked before anything is unfolded."""

import csv
import datetime as dt
import io
import re

from python_calamine import CalamineError, CalamineWorkbook

from vaxel.files.domain.decoding import decode
from vaxel.files.domain.guarding import unguard
from vaxel.files.domain.names import clean_name
from vaxel.files.domain.shape import take_shape
from vaxel.files.domain.sniff import sniff
from vaxel.files.domain.table import MOST_COLUMNS, MOST_ROWS, Table, tabulate
from vaxel.files.domain.unfit import Reason, Unfit

SORTS = frozenset({"csv", "txt", "xlsx"})
DELIMITERS = ";\t,|"
WIDEST = 20_000  # a spreadsheet's own width, most of it empty; what is wider is not even split


def read_table(content: bytes, name: str, sheet: str | None = None) -> Table:
    """One table: a csv, or a sheet of a workbook (the first, if not named). Raises Unfit.

    Numbers come as people write them ("5", "0.5"), dates as 2026-12-01, truth as "ja" and "nej".
    """
    try:
        found = sniff(name, content, SORTS)
        if found.extension != "xlsx":
            return tabulate(_csv_lines(decode(content)))
        return tabulate(_sheet_lines(_open(content), sheet))
    except Unfit as no:
        raise Unfit(no.reason, **{"name": clean_name(name), **no.facts}) from no


def read_workbook(content: bytes, name: str) -> dict[str, Table]:
    """All sheets that hold anything, by name. Raises Unfit."""
    try:
        sniff(name, content, frozenset({"xlsx"}))
        book = _open(content)
        lines = {sheet: _sheet_lines(book, sheet) for sheet in book.sheet_names}
        return {sheet: tabulate(found) for sheet, found in lines.items() if any(any(cells) for _, cells in found)}
    except Unfit as no:
        raise Unfit(no.reason, **{"name": clean_name(name), **no.facts}) from no


def _csv_lines(text: str) -> list[tuple[int, list[str]]]:
    delimiter = delimiter_of(text)
    if _first_line(text).count(delimiter) > WIDEST:
        raise Unfit(Reason.TOO_MANY_COLUMNS, most=MOST_COLUMNS)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines, start = [], 1
    try:
        for cells in reader:
            lines.append((start, [unguard(cell) for cell in cells]))
            start = reader.line_num + 1
            if len(lines) > 2 * MOST_ROWS:
                raise Unfit(Reason.TOO_MANY_ROWS, most=MOST_ROWS)
    except csv.Error:
        raise Unfit(Reason.NOT_A_TABLE) from None
    return lines


def delimiter_of(text: str) -> str:
    """What parts the first line that is not empty, outside its quotes; Swedish offices use the semicolon."""
    bare = re.sub(r'"[^"]*"', "", _first_line(text))
    return max(DELIMITERS, key=bare.count)


def _first_line(text: str) -> str:
    """The first that is not empty."""
    return next((line for line in text.splitlines() if line.strip()), "")


def _open(content: bytes) -> CalamineWorkbook:
    take_shape(content)
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (CalamineError, OSError, ValueError):
        raise Unfit(Reason.BROKEN) from None


def _sheet_lines(book: CalamineWorkbook, sheet: str | None) -> list[tuple[int, list[str]]]:
    names = book.sheet_names
    if not names or (sheet is not None and sheet not in names):
        raise Unfit(Reason.NO_SUCH_SHEET, sheet=sheet or "")
    try:
        rows = book.get_sheet_by_name(sheet or names[0]).to_python(skip_empty_area=False)
    except (CalamineError, ValueError):
        raise Unfit(Reason.BROKEN) from None
    return [(number, [_plain(cell) for cell in cells]) for number, cells in enumerate(rows, 1)]


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)
