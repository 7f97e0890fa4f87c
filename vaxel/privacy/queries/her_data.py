"""All that Växel holds about one person, as the map of personal data says: for herself (GDPR articles 15 and 20)."""

import datetime as dt
import uuid
from collections import Counter

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.calendar.clock import now
from vaxel.personal.domain.table import Act
from vaxel.personal.handlings import HANDLINGS
from vaxel.personal.registry import table_of, tables
from vaxel.privacy.queries.in_files import attachments_naming
from vaxel.privacy.queries.rows import hers, mentioning, model_of, subject_of, written_in

MOST = 5000  # rows of one table: a coordinator's years of receipts; more is told
SESSIONS = "sessions.Session"


def data_of(person) -> dict:
    """Plain data, ready to be JSON. Secrets are told of and not handed out; of others' texts only what is about her."""
    subject = subject_of(person)
    left_out: Counter = Counter()
    kinds = {key: [] for key in HANDLINGS}
    for table in tables():
        if model_of(table) is None:
            continue
        for key in dict.fromkeys(key for _name, key in table.personal()):
            kinds[key] += _rows(table, key, subject, left_out)
    kinds["file"] += _files(subject)
    return {
        "about": _("Det Växel har om dig"),
        "person": str(person.public_id),
        "made_at": now().isoformat(),
        "kinds": [_kind(HANDLINGS[key], rows) for key, rows in kinds.items() if rows],
        "left_out": _left_out(left_out),
    }


def _kind(handling, rows):
    return {
        "title": str(handling.title),
        "purpose": str(handling.purpose),
        "legal_basis": str(handling.basis),
        "kept": str(handling.kept),
        "on_erasure": str(handling.on_erasure),
        "rows": rows,
    }


def _rows(table, key, subject, left_out):
    """What is hers, whole; then what is others' and names her, no more of it than that."""
    names = [name for name, mine in table.personal() if mine == key]
    handling = HANDLINGS[key]
    found, mine = [], set()
    if handling.act is Act.DERIVE:
        return found
    rows = hers(table, subject).order_by("pk")
    for row in rows[:MOST]:
        mine.add(row.pk)
        values = {name: _told(handling, getattr(row, name)) for name in names}
        found.append(
            _row(table, row, {name: value for name, value in values.items() if value not in ("", None, [], {})})
        )
    if len(mine) == MOST:
        left_out["many"] += rows.count() - MOST
    if not handling.is_secret:
        found += _mentions(table, names, subject, mine, left_out)
    return [one for one in found if one["fields"]]


def _mentions(table, names, subject, mine, left_out):
    names = written_in(table, names)
    for row in mentioning(table, names, subject.wanted).order_by("pk").iterator(200) if names else ():
        if row.pk in mine:
            continue
        shown = {name: subject.wanted.shown(getattr(row, name)) for name in names}
        if shown := {name: parts for name, parts in shown.items() if parts}:
            left_out["others"] += 1
            yield _row(table, row, shown)


def _files(subject):
    table = table_of("files.Blob")
    for one in attachments_naming(subject.wanted):
        yield _row(table, one, {"content": _("Filen ”%s” nämner dig.") % one.name, "attachment": str(one.public_id)})


def _row(table, row, fields):
    return {"table": table.model, "id": str(row.pk) if table.model != SESSIONS else "", "fields": fields}


def _told(handling, value):
    if handling.is_secret:
        return _("Finns. Lämnas inte ut: den öppnar dörrar.") if value else ""
    if isinstance(value, Model):
        return str(getattr(value, "public_id", value.pk))
    if isinstance(value, uuid.UUID | dt.date):
        return str(value)
    return value


def _left_out(counted):
    said = [_("Lösenord, nycklar och pågående inloggningar finns men lämnas inte ut.")]
    if number := counted["others"]:
        said.append(
            ngettext(
                "I en text som någon annan har skrivit visas bara det som står intill ditt namn: resten är andras.",
                "I %(n)s texter som andra har skrivit visas bara det som står intill ditt namn: resten är andras.",
                number,
            )
            % {"n": number}
        )
    if number := counted["many"]:
        said.append(_("%(n)s äldre rader visas inte här. Be om dem särskilt.") % {"n": number})
    return said
