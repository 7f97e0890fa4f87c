"""Reads the files. Every fault is a Refusal that names file, line and what to do; nothing is guessed."""

import csv
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from vaxel.calendar import FOREVER
from vaxel.network.commands.reference.tables import TABLES, kind_of
from vaxel.ui.refusal import Refusal

OWN_FILES = Path(__file__).resolve().parents[2] / "reference"


def read(folder) -> dict:
    """Table → {key: values}, bodies still by their keys."""
    wanted = {}
    known = set()
    for table in TABLES:
        wanted[table.file] = rows = {}
        for line, row in _lines(Path(folder) / table.file, table.columns):
            for fields in table.rows(row):
                entry = _typed(table, fields, line)
                _take(table, rows, entry, line)
        if table.file == "identities.csv":
            known = {key[0] for key in rows}
        _refuse_unknown_bodies(table, rows, known)
    return wanted


def _lines(path, columns):
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if tuple(reader.fieldnames or ()) != columns:
                raise Refusal(
                    _("%(file)s: kolumnerna ska heta %(columns)s. Rätta första raden.")
                    % {"file": path.name, "columns": ", ".join(columns)}
                )
            for row in reader:
                if None in row or None in row.values():
                    raise _fault(path.name, reader.line_num, _("fel antal kolumner"))
                yield reader.line_num, row
    except FileNotFoundError:
        raise Refusal(_("Filen %(file)s finns inte. Lägg dit den.") % {"file": path}) from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise Refusal(
            _("%(file)s går inte att läsa som csv i UTF-8 (%(error)s). Spara om den så.")
            % {"file": path.name, "error": error}
        ) from None


def _typed(table, fields, line):
    try:
        return {name: _value(table, name, fields[name].strip()) for name in table.fields}
    except (ValidationError, ValueError) as error:
        words = " ".join(getattr(error, "messages", [str(error)]))
        raise _fault(table.file, line, words) from None


def _value(table, name, text):
    if name in table.bodies:
        kind_of(text)
        return text
    field = table.model._meta.get_field(name)
    if name == "valid_to" and not text:
        return FOREVER
    if isinstance(field, models.IntegerField) and not text and field.null:
        return None
    return field.clean(text, None)


def _take(table, rows, entry, line):
    key = tuple(entry[name] for name in table.key)
    if key in rows:
        raise _fault(table.file, line, _("samma rad finns redan tidigare i filen"))
    rows[key] = tuple(entry[name] for name in table.values)


def _refuse_unknown_bodies(table, rows, known):
    places = [place for place, name in enumerate(table.key) if name in table.bodies]
    unknown = {key[place] for key in rows for place in places} - known
    if unknown:
        raise Refusal(
            _("%(file)s nämner %(body)s, som inte finns i identities.csv. Lägg till den där eller rätta raden.")
            % {"file": table.file, "body": ", ".join(sorted(unknown)[:3])}
        )


def _fault(file, line, words):
    return Refusal(
        _("%(file)s rad %(line)d: %(words)s. Rätta raden; inget är ändrat.")
        % {"file": file, "line": line, "words": words.rstrip(".")}
    )
