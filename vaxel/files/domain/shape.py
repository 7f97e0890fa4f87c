"""How large a rectangle a workbook's sheets span, read before anything lays them out.

The reader fills the whole rectangle: two cells in far corners would take all memory and the process with it. So every
part is walked with the strict parser, whatever it is called, since a workbook may name its sheets as it likes.
"""

import io
import re
import zipfile
from xml.parsers import expat

from vaxel.files.domain.table import MOST_ROWS
from vaxel.files.domain.unfit import Reason, Unfit

MOST_CELLS = 3_000_000
MOST_HEIGHT = 5 * MOST_ROWS  # empty rows count too: each takes its time, and one cell may stand in row 1 048 576
MOST_XML = 40 * 2**20
ADDRESS = re.compile(r"([A-Za-z]{1,7})(\d{1,10})")


def take_shape(content: bytes, most_cells: int = MOST_CELLS) -> None:
    """Raises Unfit for a workbook with a sheet too large to lay out, or with a part that is no XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.infolist():
            if entry.file_size > MOST_XML:
                raise Unfit(Reason.TOO_MANY_ROWS, most=MOST_ROWS)
            part = archive.read(entry)
            letters = part.replace(b"\x00", b"")
            if b"<" in letters[:256] or b"sheetData" in letters:  # else a picture, a printer's settings
                _Walk(most_cells).through(part)


class _Walk:
    """Rows and cells in order; one without an address follows the one before it."""

    def __init__(self, most_cells: int) -> None:
        self.most_cells = most_cells
        self.row = self.column = self.height = self.width = 0

    def through(self, xml: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            parser.Parse(xml, True)
        except (expat.ExpatError, LookupError, ValueError):  # the last two for an encoding that it does not know
            raise Unfit(Reason.BROKEN) from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                given = attributes.get("r", "").strip()
                self.row, self.column = (int(given) if given.isdecimal() else self.row + 1), 0
                self._grow()
            case "c":
                found = ADDRESS.fullmatch(attributes.get("r", "").strip())
                self.column = column_number(found[1]) if found else self.column + 1
                self.row = int(found[2]) if found else self.row
                self._grow()

    def _grow(self) -> None:
        self.height, self.width = max(self.height, self.row), max(self.width, self.column)
        if self.height > MOST_HEIGHT or self.height * max(1, self.width) > self.most_cells:
            raise Unfit(Reason.TOO_MANY_ROWS, most=MOST_ROWS)

    def _doctype(self, *_: object) -> None:
        raise Unfit(Reason.ACTIVE)


def column_number(letters: str) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
