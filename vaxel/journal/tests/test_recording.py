import datetime as dt
import uuid
from enum import StrEnum
from types import SimpleNamespace

import pytest
from django.utils.translation import gettext_lazy

from vaxel import journal
from vaxel.journal.models import Entry, Note

pytestmark = pytest.mark.django_db
THING = SimpleNamespace(pk=12, _meta=SimpleNamespace(label_lower="test.thing"))


class Step(StrEnum):
    SENT = "sent"


def test_an_entry_is_one_insert(someone, django_assert_num_queries):
    with django_assert_num_queries(1):
        journal.record("test.act", by=someone, obj=THING, facts={"number": 3})
    entry = Entry.objects.get()
    assert (entry.action, entry.object_type, entry.object_id) == ("test.act", "test.thing", "12")
    assert (entry.person_id, entry.mandate_id, entry.facts) == (someone.person_id, 7, {"number": 3})


def test_a_note_is_one_insert_more(someone, django_assert_num_queries):
    with django_assert_num_queries(2):
        journal.record("test.act", by=someone, note="Enligt telefon i dag")


@pytest.mark.parametrize("number", [1, 3, 80])
def test_many_entries_are_one_insert(someone, django_assert_num_queries, number):
    lines = [journal.Line("test.act", "test.thing", one) for one in range(number)]
    with django_assert_num_queries(1):
        journal.record_many(lines, by=someone)
    assert Entry.objects.count() == number


def test_the_system_itself_acts_without_a_person():
    journal.record("test.tick", by=SimpleNamespace(person_id=None, mandate_id=None))
    assert Entry.objects.get().person_id is None


def test_facts_are_ids_and_numbers(someone):
    person = uuid.uuid4()
    facts = {
        "step": Step.SENT,
        "person": person,
        "due": dt.date(2026, 1, 31),
        "bodies": {3, 1},
        "late": True,
        "to": None,
    }
    journal.record("test.act", by=someone, facts=facts)
    assert Entry.objects.get().facts == {
        "step": "sent",
        "person": str(person),
        "due": "2026-01-31",
        "bodies": [1, 3],
        "late": True,
        "to": None,
    }


@pytest.mark.parametrize("words", ["Åsa", "två ord", 0.5, {"a": 1}, b"x", "a\n"])
def test_what_someone_wrote_is_no_fact(someone, words):
    with pytest.raises(ValueError, match="note="):
        journal.record("test.act", by=someone, facts={"reason": words})
    assert not Entry.objects.exists()


def test_history_is_newest_first_with_words(someone):
    journal.describe("test.act", gettext_lazy("gjorde något"))
    journal.record("test.act", by=someone, obj=THING, on_behalf_of=5, note="Enligt telefon")
    journal.record("test.unnamed", by=someone, obj=THING)
    journal.record("test.act", by=someone, object_type="test.thing", object_id=13)
    newest, oldest = journal.of(THING)
    assert (newest.words, newest.note) == ("test.unnamed", "")
    assert (oldest.words, oldest.note, oldest.on_behalf_of) == ("gjorde något", "Enligt telefon", 5)
    assert not newest.note_erased


@pytest.mark.parametrize("number", [1, 3, 40])
def test_reading_is_one_query_however_many(someone, django_assert_num_queries, number):
    for one in range(number):
        journal.record("test.act", by=someone, object_type="test.thing", object_id=one % 3, note=f"nummer {one}")
    with django_assert_num_queries(1):
        found = journal.of_many("test.thing", [0, 1, 2, 99])
    assert sum(map(len, found.values())) == number
    assert "99" not in found


def test_an_erased_note_leaves_the_entry(someone):
    entry = journal.record("test.act", by=someone, obj=THING, note="Någons telefonnummer")
    journal.erase_note(entry.pk, by=someone)
    assert not Note.objects.exists()
    erasure, line = journal.of(THING)
    assert (line.note, line.note_erased) == ("", True)
    assert (erasure.action, erasure.facts) == ("journal.erase_note", {"entry": entry.pk})


def test_erasing_what_is_not_there_changes_nothing(someone):
    journal.erase_note(99, by=someone)
    assert not Entry.objects.exists()
