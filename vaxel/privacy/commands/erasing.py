"""Takes a person's data away, table by table, as the map of personal data says; ids stay, and lead to nobody.

Receipts, steps and sealed journal entries hold ids alone, so nothing sealed is touched: `vaxel verify` is clean before
and after. What was derived of what went (search, stems, what adoptions bound) is made anew in the same transaction.
"""

from collections import Counter, defaultdict
from email import message_from_bytes
from email.policy import default as modern
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import CharField, EmailField, TextField

from vaxel import files, journal
from vaxel.accounts.models import User
from vaxel.calendar.clock import now
from vaxel.journal import witness
from vaxel.journal.models import Note
from vaxel.journal.witnessed import watched
from vaxel.network.models import Person
from vaxel.personal.domain.table import Act
from vaxel.personal.handlings import HANDLINGS
from vaxel.personal.registry import tables
from vaxel.privacy.domain.regime import Scope
from vaxel.privacy.facts import erased
from vaxel.privacy.queries.in_files import attachments_naming
from vaxel.privacy.queries.rows import hers, mentioning, model_of, written_in
from vaxel.search import fts
from vaxel.search.domain.words import bare, spaced, words
from vaxel.search.indexing import refresh
from vaxel.search.models import Entry
from vaxel.search.sources import source_of

REACHED = frozenset({"contact", "login", "guarded", "mail", "mailbox", "passing"})  # of the smaller scope
LAST = ("accounts.User", "network.Person")  # by whom the other rows are found
TOMBSTONE = "Den här filen är raderad enligt beslut {reference}.\n"


class Erasing:
    """One erasure under way: what it has touched, and how much of each."""

    def __init__(self, subject, scope, *, by, reference=""):
        self.subject, self.wanted = subject, subject.wanted
        self.by, self.reference = by, reference
        self.keys = REACHED if scope == Scope.REACHED else frozenset(HANDLINGS)
        self.touched: dict[str, set] = defaultdict(set)
        self.witnessed: dict[str, set] = defaultdict(set)
        self.counted: Counter = Counter()

    def run(self) -> dict[str, int]:
        """Inside the command's transaction. Field → how many rows."""
        indexed = self._indexed() if "index" in self.keys else {}
        self._end_sessions()
        for table in sorted(tables(), key=lambda one: one.model in LAST and LAST.index(one.model) + 1):
            if model_of(table) is not None:
                self._in(table)
        if "file" in self.keys:
            self._in_files()
        erased.send(sender=Person, touched={name: frozenset(ids) for name, ids in self.touched.items()})
        for source, ids in indexed.items():
            refresh(source_of(source), ids)
        if indexed:
            fts.tidy(connection)
        return dict(sorted(self.counted.items()))

    def _in(self, table):
        """The rows that are hers, then those that name her. A row that goes takes its fields with it."""
        by_act = defaultdict(list)
        for name, key in table.personal():
            if key in self.keys and key != "file":
                by_act[HANDLINGS[key].act].append(name)
        if "journaled" in table.fields.values():
            self._in_journal(table, by_act.pop(Act.ERASE, []))
        if names := by_act[Act.DELETE]:
            self._delete(table, names)
        for name in by_act[Act.ERASE]:
            self._empty(table, name)
        if names := written_in(table, by_act[Act.REDACT] + by_act[Act.ERASE]):
            self._take_words_out(table, names)

    def _told(self, model, ids):
        """Rows that the chain answers for: each leaves its own hash, once, before it is changed."""
        name = model._meta.db_table
        if name not in {each.table for each in watched()}:
            return
        for number in sorted(set(ids) - self.witnessed[name]):
            facts = witness.erasing(name, number)
            journal.record(witness.ERASED, by=self.by, object_type=name, object_id=number, facts=facts)
        self.witnessed[name] |= set(ids)

    def _delete(self, table, names):
        """A login's own field (`Person.user`) is a relation, and goes with what it leads to."""
        if table.model == "network.Person":
            return
        rows = hers(table, self.subject)
        ids = set(rows.values_list("pk", flat=True))
        if passing := [name for name in names if table.fields[name] in {"passing", "mail"}]:
            ids |= {
                row.pk
                for row in mentioning(table, written_in(table, passing), self.wanted)
                if any(self.wanted.are_in(getattr(row, name)) for name in passing)
            }
        if table.model == "accounts.User":
            Person.objects.filter(pk=self.subject.person_id).update(user=None)
            User.objects.filter(pk=self.subject.user_id).delete()
        else:
            self._told(model_of(table), ids)
            model_of(table)._default_manager.filter(pk__in=ids).delete()
        self._note(table, names, ids)

    def _empty(self, table, name):
        rows = hers(table, self.subject).exclude(**{name: ""})
        ids = set(rows.values_list("pk", flat=True))
        self._told(model_of(table), ids)
        model_of(table)._default_manager.filter(pk__in=ids).update(**{name: ""})
        if table.model == "network.Person":
            Person.objects.filter(pk=self.subject.person_id).update(erased_at=now())
        self._note(table, [name], ids)

    def _take_words_out(self, table, names):
        model = model_of(table)
        for row in mentioning(table, names, self.wanted):
            changed = {name: self._without(model._meta.get_field(name), getattr(row, name)) for name in names}
            changed = {name: value for name, value in changed.items() if value != getattr(row, name)}
            if changed:
                self._told(model, [row.pk])
                model._default_manager.filter(pk=row.pk).update(**changed)
                for name in changed:
                    self._note(table, [name], {row.pk})

    def _without(self, field, value):
        """An address is hers or not; a text is shortened to what its column holds."""
        left = self.wanted.taken_out(value)
        if isinstance(field, EmailField):
            return value if left == value else ""
        if isinstance(field, CharField) and not isinstance(field, TextField) and isinstance(left, str):
            return left[: field.max_length]
        return left

    def _in_journal(self, table, names):
        """Whole notes, or none: an entry keeps the hash of what was written."""
        if not names:
            return
        ids = set(hers(table, self.subject).values_list("pk", flat=True))
        ids |= {row.pk for row in mentioning(table, names, self.wanted) if self.wanted.are_in(row.text)}
        for entry in sorted(ids):
            journal.erase_note(entry, by=self.by)
        self._note(table, names, set() if not ids else ids - set(Note.objects.values_list("pk", flat=True)))

    def _in_files(self):
        """A file that names her is one no longer; who fetches it reads why. A contract's signed paper is kept."""
        for one in attachments_naming(self.wanted):
            if _is_bound(one):
                self.counted["files.Attachment (kept)"] += 1
                continue
            files.replace(one, "Raderad.txt", TOMBSTONE.format(reference=self.reference).encode())
            self.counted["files.Blob.content"] += 1
        for one in files.Attachment.objects.all() if self.wanted.words else ():
            if self.wanted.are_in(one.name):
                files.Attachment.objects.filter(pk=one.pk).update(name=self.wanted.taken_out(one.name)[:200])
                self.counted["files.Attachment.name"] += 1

    def _indexed(self):
        """Source → ids of what the search index found her in, before it is made anew."""
        found = defaultdict(list)
        for word in self.wanted.words:
            said = spaced(bare(part) for part in words(word))
            for source, object_id in Entry.objects.filter(plain__contains=said.strip()).values_list(
                "source", "object_id"
            ):
                found[source].append(object_id)
        return found

    def _end_sessions(self):
        if self.subject.user_id is None:
            return
        mine = [
            one.pk
            for one in Session.objects.all().iterator(500)
            if one.get_decoded().get("_auth_user_id") == str(self.subject.user_id)
        ]
        Session.objects.filter(pk__in=mine).delete()
        self.counted["sessions.Session"] += len(mine)

    def _note(self, table, names, ids):
        if ids:
            self.touched[table.model] |= ids
            for name in names:
                self.counted[f"{table.model}.{name}"] += len(ids)


def mail_files_without(wanted) -> int:
    """Where mail is written to a folder instead of being sent, it lies there. After the commit: a file cannot be undone."""
    if not settings.EMAIL_BACKEND.endswith("filebased.EmailBackend"):
        return 0
    gone = 0
    for path in Path(settings.EMAIL_FILE_PATH).glob("*.log"):
        if wanted.are_in(_mail_text(path)):
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def _mail_text(path):
    message = message_from_bytes(path.read_bytes(), policy=modern)
    parts = [part.get_content() for part in message.walk() if part.get_content_maintype() == "text"]
    return "\n".join([*(str(value) for value in message.values()), *map(str, parts)])


def _is_bound(attachment) -> bool:
    """Something signed leads to it."""
    return any(
        getattr(attachment, relation.get_accessor_name()).exists() for relation in attachment._meta.related_objects
    )
