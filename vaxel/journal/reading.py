import datetime as dt
import uuid
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from django.db import connection

from vaxel.composed import composed
from vaxel.journal.models import Entry
from vaxel.journal.words import words_for


@dataclass(frozen=True)
class HistoryLine:
    at: dt.datetime
    action: str
    person_id: uuid.UUID | None
    mandate_id: int | None
    on_behalf_of: int | None
    object_id: str
    facts: dict
    note: str
    note_erased: bool

    @property
    def words(self):
        """ "skickade förfrågan", in the reader's language."""
        return words_for(self.action)


def newest():
    """The id of the last act that can be seen; None in an empty journal. The cheapest sign that something was done."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT MAX(id) FROM {Entry._meta.db_table}")  # noqa: S608 - our own table
        return cursor.fetchone()[0]


def of(obj, limit=None):
    """What has been done to the object, newest first. One query; names are the caller's to look up."""
    return [_line(entry) for entry in _newest_first(limit)(obj._meta.label_lower, str(obj.pk))]


@cache
def _newest_first(limit):
    @composed
    def lines(object_type, object_id):
        found = Entry.objects.filter(object_type=object_type, object_id=object_id)
        return found.select_related("note").order_by("-id")[:limit]

    return lines


def of_many(object_type, object_ids):
    """{object_id as string: lines, newest first} in one query, for a list or a page of several objects."""
    entries = Entry.objects.filter(object_type=object_type, object_id__in=[str(one) for one in object_ids])
    found = defaultdict(list)
    for entry in entries.select_related("note").order_by("-id"):
        found[entry.object_id].append(_line(entry))
    return dict(found)


def _line(entry):
    note = getattr(entry, "note", None)
    return HistoryLine(
        at=entry.at,
        action=entry.action,
        person_id=entry.person_id,
        mandate_id=entry.mandate_id,
        on_behalf_of=entry.on_behalf_of,
        object_id=entry.object_id,
        facts=entry.facts,
        note=note.text if note else "",
        note_erased=bool(entry.note_hash) and note is None,
    )
