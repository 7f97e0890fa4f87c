"""Cells as they look and behave: headings and ids are locked, what is to be filled in is not, and no text is a formula."""

import re

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter

from vaxel.files.domain.guarding import guard, printable
from vaxel.rounds.domain.question import QuestionType

INK, LINE, PAPER = "FF18222E", "FF8A94A0", "FFEEF1F4"
ESCAPED = re.compile(r"_(x[0-9A-Fa-f]{4}_)")  # a spreadsheet reads _x0041_ as A
TOP = Alignment(wrap_text=True, vertical="top")
AROUND = Border(*(Side(style="thin", color=LINE) for _side in range(4)))
SHADED = PatternFill("solid", fgColor=PAPER)
WHITE = PatternFill("solid", fgColor="FFFFFFFF")
TALL = {QuestionType.LONG_TEXT: 90}


def put(sheet, row, column, value):
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = ESCAPED.sub(r"_x005F_\1", printable(value)) or None
        if cell.value:
            cell.data_type = "s"  # openpyxl would make a formula of "=…"
            cell.quotePrefix = guard(value) != value
    else:
        cell.value = value
    return cell


def heading(sheet, row, column, text):
    cell = put(sheet, row, column, text)
    cell.font, cell.alignment, cell.fill = Font(bold=True, color=INK), TOP, SHADED


def label(sheet, row, column, text):
    put(sheet, row, column, text).alignment = TOP


def soft(sheet, row, column, text):
    cell = put(sheet, row, column, text)
    cell.alignment, cell.font = TOP, Font(color="FF55606C")


def to_fill(sheet, row, column, question, value):
    cell = put(sheet, row, column, value)
    cell.protection, cell.border, cell.fill, cell.alignment = Protection(locked=False), AROUND, WHITE, TOP
    cell.number_format = _format(question)
    if question.type in TALL:
        sheet.row_dimensions[row].height = TALL[question.type]


def closed(sheet, row, column):
    """A question that this body is not asked: nothing to fill in."""
    put(sheet, row, column, None).fill = SHADED


def _format(question):
    match question.type:
        case QuestionType.DATE:
            return "yyyy-mm-dd"
        case QuestionType.MONEY:
            return "#,##0.00"
        case QuestionType.NUMBER:
            return "#,##0" if not question.decimals else "General"
        case QuestionType.SCALE:
            return "0"
    return "@"


def finish(sheet, widths, *, hide_first_row=False, answers=0, freeze=None):
    """`widths`: column → characters, None hides it; `answers`: how many columns are to be filled in, from E."""
    for letter, width in widths.items():
        sheet.column_dimensions[letter].hidden = width is None
        if width:
            sheet.column_dimensions[letter].width = width
    for place in range(5, 5 + answers):
        sheet.column_dimensions[get_column_letter(place)].width = 44 if answers == 1 else 24
    sheet.row_dimensions[1].hidden = hide_first_row
    sheet.freeze_panes = freeze
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    protect(sheet)


def protect(sheet):
    """Against slips, without a password; widths may be changed."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
