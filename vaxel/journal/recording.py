import uuid
from dataclasses import dataclass

from django.db import transaction

from vaxel.calendar.clock import now
from vaxel.journal.domain.chain import note_hash
from vaxel.journal.domain.facts import opaque
from vaxel.journal.facts import recorded
from vaxel.journal.models import Entry, Note


@dataclass(frozen=True)
class Line:
    """One entry among many: `record_many([Line("rounds.remind", object_type="rounds.delivery", object_id=7), …])`."""

    action: str
    object_type: str = ""
    object_id: object = ""
    on_behalf_of: int | None = None
    facts: dict | None = None


def record(action, *, by, obj=None, object_type=None, object_id=None, on_behalf_of=None, facts=None, note="", at=None):
    """One insert (two with a note), no lock; call it inside the command's own transaction.

    `by` is whoever has `person_id` and `mandate_id`. Facts are ids and numbers alone; what a person wrote goes in
    `note`, which can be erased. `at` is for what is entered afterwards (the example year); else now.
    """
    if obj is not None:
        object_type, object_id = obj._meta.label_lower, obj.pk
    salt = uuid.uuid4() if note else None
    line = Line(action, object_type or "", "" if object_id is None else object_id, on_behalf_of, facts)
    entry = _entry(line, by, at or now(), note_hash(salt, note) if note else "")
    entry.save(force_insert=True)
    if note:
        Note(entry=entry, salt=salt, text=note).save(force_insert=True)
    _tell([line])
    return entry


def record_many(lines, *, by, at=None):
    """Many entries in one insert, without notes: reminders to the missing, an import's rows."""
    at, lines = at or now(), list(lines)
    entries = Entry.objects.bulk_create([_entry(line, by, at) for line in lines], batch_size=500)
    _tell(lines)
    return entries


def _tell(lines):
    """Of each kind of object at once."""
    about: dict[str, list] = {}
    for line in lines:
        about.setdefault(line.object_type, []).append(line.object_id)
    for object_type, ids in about.items():
        recorded.send(sender=Entry, object_type=object_type, object_ids=ids)


@transaction.atomic
def erase_note(entry_id, *, by):
    """Takes a note's text away, on decision. The entry and its place in the chain stay; the erasure is an entry too."""
    entry = Entry.objects.filter(pk=entry_id, note__isnull=False).first()
    if entry:
        Note.objects.filter(entry=entry).delete()
        about = {"object_type": entry.object_type, "object_id": entry.object_id}
        record("journal.erase_note", by=by, facts={"entry": entry.pk}, **about)


def _entry(line, by, at, hashed=""):
    return Entry(
        at=at,
        action=line.action,
        person_id=by.person_id,
        mandate_id=by.mandate_id,
        on_behalf_of=line.on_behalf_of,
        object_type=line.object_type,
        object_id=str(line.object_id),
        facts=opaque(line.facts or {}),
        note_hash=hashed,
    )
