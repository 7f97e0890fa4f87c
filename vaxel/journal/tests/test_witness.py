import random
import uuid

import pytest
from django.db import connection

from vaxel import journal
from vaxel.calendar.clock import now
from vaxel.journal import witness, witnessed
from vaxel.journal.checks import checks
from vaxel.journal.guard import erasable
from vaxel.journal.models import Entry, Note
from vaxel.journal.sealing import tick

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def notes(monkeypatch, someone):
    """The journal's own notes stand in for what lies above: a text, a UUID and a key that is not `id`."""
    monkeypatch.setattr(witnessed, "_WATCHED", {})
    witnessed.watch("journal_note")
    return [
        journal.record("test.act", by=someone, note=f"ord {number}", facts={"b": 1, "a": number}).note
        for number in range(5)
    ]


def faults():
    return list(witness.faults())


def test_the_tick_vouches_for_new_rows_once(notes, someone):
    tick()
    tick()
    (entry,) = Entry.objects.filter(action=witness.ACTION)
    first = notes[0].pk
    assert entry.facts["rows"] == [[first, first + 4]]
    assert entry.seal
    journal.record("test.act", by=someone, note="ett till")
    tick()
    assert Entry.objects.filter(action=witness.ACTION).count() == 2
    assert faults() == []


def test_an_edit_is_told_with_the_rows_it_lies_among(notes):
    witness.witness()
    Note.objects.filter(pk=notes[2].pk).update(salt=uuid.uuid4())
    first = notes[0].pk
    assert faults() == [f"journal_note {first}–{first + 4}: not as witnessed"]


def test_a_row_taken_away_is_told_itself(notes):
    witness.witness()
    Note.objects.filter(pk=notes[3].pk).delete()
    assert faults() == [f"journal_note {notes[3].pk}: gone"]
    assert not {name: ok for name, ok, _ in checks()}["journal-witness"]


def test_a_row_that_commits_late_is_vouched_for_too(notes, someone):
    gone = notes[2]
    salt, text, entry = gone.salt, gone.text, gone.entry
    gone.delete()
    witness.witness()
    Note.objects.create(entry=entry, salt=salt, text=text)
    assert witness.witness(reach=1) == 0
    assert witness.witness(reach=None) == 1
    assert faults() == []


def test_vouched_for_twice_is_no_fault(notes):
    witness.witness()
    for each in witnessed.watched():
        entry = Entry.objects.get(action=witness.ACTION, object_type=each.table)
        Entry.objects.create(at=now(), action=witness.ACTION, object_type=each.table, facts=entry.facts)
    assert witness.witness(reach=None) == 0
    assert faults() == []


def test_a_row_that_may_still_change_waits(notes):
    witnessed.watch("journal_note", when=("text", ("ord 1", "ord 4")))
    assert witness.witness() == 2
    notes[0].text = "ord 4"
    notes[0].save()
    assert witness.witness(reach=None) == 1
    assert faults() == []


def test_batches_tell_where(notes, monkeypatch):
    monkeypatch.setattr(witness, "BATCH", 2)
    witness.witness()
    Note.objects.filter(pk=notes[4].pk).update(text="annat")
    assert faults() == [f"journal_note {notes[4].pk}: not as witnessed"]


def test_what_is_erased_on_decision_leaves_the_rest_to_be_read(notes, someone):
    witness.witness()
    erased = notes[1]
    facts = witness.erasing("journal_note", erased.pk)
    journal.record(witness.ERASED, by=someone, object_type="journal_note", object_id=erased.pk, facts=facts)
    erased.delete()
    assert faults() == []
    Note.objects.filter(pk=notes[2].pk).update(text="annat")
    assert faults() != []


def test_json_has_the_same_hash_however_the_database_keeps_it():
    """PostgreSQL orders the keys and tells 1e16 as a whole number; SQLite keeps what was written."""
    told = '{"b": [1.0, 1e+16], "a": null}', '{"a": null, "b": [1, 10000000000000000]}'
    assert len({witness.leaf((1, text), {1}) for text in told}) == 1
    assert witness.leaf((1, None), {1}) != witness.leaf((1, "null"), {1})


def test_ranges_are_runs():
    numbers = sorted(random.Random(7).sample(range(300), 100))
    assert [n for first, last in witness.ranges(numbers) for n in range(first, last + 1)] == numbers
    assert witness.ranges([]) == []


def test_an_append_only_table_is_watched_whole():
    from django.apps import apps

    from vaxel.journal import append_only

    append_only.keep(apps.get_app_config("journal"), "journal_seal", says="as it is already")
    assert witnessed.watched()[-1].table == "journal_seal"
    assert [column.name for column in witnessed.watched()[-1].read_as().columns][:2] == ["number", "entry_id"]


def test_entries_that_vouch_are_sealed_like_others(notes):
    tick()
    with erasable(), connection.cursor() as cursor:
        cursor.execute("UPDATE journal_entry SET facts = '{}' WHERE action = %s", [witness.ACTION])
    assert journal.verify().fault == "altered"
