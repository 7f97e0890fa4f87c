"""A table as a download in the form the reader asked for."""

from vaxel.files.domain.export import csv_bytes, json_bytes
from vaxel.files.domain.sniff import ALLOWED
from vaxel.files.domain.workbook import Sheet, xlsx_bytes
from vaxel.files.serving import send_bytes

FORMS = ("xlsx", "csv", "json")


def spreadsheet_response(form, name, header, rows):
    """`form` is "xlsx", "csv" or "json"; `name` without extension. Raises KeyError for another form: check before."""
    media_type, content = {
        "xlsx": (ALLOWED["xlsx"], lambda: xlsx_bytes([Sheet(name, header, rows)])),
        "csv": ("text/csv; charset=utf-8", lambda: csv_bytes(header, rows)),
        "json": ("application/json", lambda: json_bytes(header, rows)),
    }[form]
    return send_bytes(f"{name}.{form}", media_type, content())


def workbook_response(name, sheets):
    """Several `Sheet(title, header, rows)` in one xlsx."""
    return send_bytes(f"{name}.xlsx", ALLOWED["xlsx"], xlsx_bytes(sheets))
