"""A file of units as rows: which columns it must have, whatever order and case they come in."""

from django.utils.translation import gettext as _

from vaxel import files
from vaxel.network.domain.unit_import import Row
from vaxel.ui.refusal import Refusal

# Our heading → the headings we understand. The first two must be there.
COLUMNS = {
    "own_id": ("id", "enhets-id", "enhetsid", "eget id"),
    "name": ("namn", "enhet", "enhetens namn"),
    "parent": ("överordnad id", "överordnad", "tillhör"),
    "mailbox": ("funktionsbrevlåda", "brevlåda", "e-post"),
}
HEADER = ["id", "namn", "överordnad id", "funktionsbrevlåda"]
NEEDED = ("own_id", "name")


def read_rows(upload) -> list[Row]:
    """Refuses, in words, what is no table or lacks a column."""
    table = files.read_table(upload, field="file")
    place = _places(table.header)
    missing = [COLUMNS[what][0] for what in NEEDED if what not in place]
    if missing:
        raise Refusal(
            _("Filen saknar kolumnen %(columns)s. Rubrikerna ska stå på första raden; hämta mallen och fyll i den.")
            % {"columns": ", ".join(missing)},
            field="file",
        )
    if not table.rows:
        raise Refusal(_("Filen har rubriker men inga rader. Fyll i minst en enhet."), field="file")
    return [_row(row.number, row.cells, place) for row in table.rows]


def _places(header):
    plain = [" ".join(name.casefold().split()) for name in header]
    found = {what: next((name for name in names if name in plain), None) for what, names in COLUMNS.items()}
    return {what: plain.index(name) for what, name in found.items() if name}


def _row(line, cells, place):
    found = {what: cells[at].strip() for what, at in place.items()}
    return Row(line=line, **found)
