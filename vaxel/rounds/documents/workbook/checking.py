"""The spreadsheet's own checks: lists to choose from are firm; numbers and dates warn, since we read what people write."""

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from vaxel.rounds.documents.workbook.look import put
from vaxel.rounds.domain.book import CHOSEN
from vaxel.rounds.domain.question import MEASURED, Question, QuestionType
from vaxel.rounds.domain.written import WrittenError, number

LOWEST, HIGHEST = "-999999999999999", "999999999999999"
FIRST_DAY, LAST_DAY = "36526", "73050"  # 2000-01-01 to 2099-12-31, as spreadsheets count days


class Choices:
    """A hidden sheet with a column for each list: written in the check itself, a list may be no longer than 255 characters."""

    def __init__(self, book):
        self.sheet, self.columns = book.create_sheet("_val"), 0

    def place(self, labels) -> str:
        self.columns += 1
        letter = get_column_letter(self.columns)
        for row, text in enumerate(labels, 1):
            put(self.sheet, row, self.columns, text)
        return f"'_val'!${letter}$1:${letter}${len(labels)}"

    def hide(self):
        self.sheet.sheet_state = "hidden"


def checked(sheet, question: Question, top, bottom, left, right, choices):
    """On the whole rectangle of answer cells to one question."""
    if bottom < top or right < left:
        return
    check = _check(question, choices)
    if check is None:
        return
    check.allow_blank, check.showErrorMessage = True, True
    check.error = _("Svaret passar inte frågan. Se kolumnen Så svarar ni.")
    check.errorTitle = "Växel"
    check.add(f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}")
    sheet.add_data_validation(check)


def _check(question, choices):
    if question.type is QuestionType.MANY:
        return DataValidation(type="list", formula1=f'"{CHOSEN}"')
    if question.options and choices:
        return DataValidation(type="list", formula1=choices.place([option.label for option in question.options]))
    if question.type is QuestionType.SCALE:
        return _between("whole", question.scale.min, question.scale.max, "stop")
    if question.type in MEASURED:
        return _between("decimal", _bound(question.min, LOWEST), _bound(question.max, HIGHEST), "warning")
    if question.type is QuestionType.DATE:
        return _between("date", FIRST_DAY, LAST_DAY, "warning")
    if question.max_length and question.type in (QuestionType.TEXT, QuestionType.LONG_TEXT):
        return DataValidation(
            type="textLength", operator="lessThanOrEqual", formula1=str(question.max_length), errorStyle="warning"
        )
    return None


def _between(kind, low, high, style):
    return DataValidation(type=kind, operator="between", formula1=str(low), formula2=str(high), errorStyle=style)


def _bound(text, otherwise):
    """As a spreadsheet writes it, whatever the template's author wrote; it is exact in `clean`, not here."""
    try:
        return f"{float(number(text)):.15g}" if text else otherwise
    except WrittenError:
        return otherwise
