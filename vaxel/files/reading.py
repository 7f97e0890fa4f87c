from vaxel.files.domain import cells, sheets
from vaxel.files.domain.sniff import ALLOWED, LARGEST, sniff
from vaxel.files.words import spoken


def looked_through(upload, *, allowed=tuple(ALLOWED), field=None):
    """The bytes of a file that is only to be looked at, once found to be what it says; nothing is kept."""
    content = upload.read(LARGEST + 1)
    with spoken(field):
        sniff(upload.name, content, allowed)
    return content


def read_table(upload, *, sheet=None, field=None):
    """A csv or xlsx somebody sent, as a `Table`; refuses in words. `upload` has `name` and `read()`."""
    with spoken(field):
        return sheets.read_table(upload.read(LARGEST + 1), upload.name, sheet)


def read_workbook(upload, *, field=None):
    """{sheet: Table} of an xlsx somebody sent."""
    with spoken(field):
        return sheets.read_workbook(upload.read(LARGEST + 1), upload.name)


def read_cells(upload, *, field=None):
    """{sheet: {(row, column): Cell}} of an xlsx somebody sent."""
    with spoken(field):
        return cells.read_cells(upload.read(LARGEST + 1), upload.name)
