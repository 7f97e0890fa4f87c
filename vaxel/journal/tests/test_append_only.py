"""The tables refuse what the code never does: each database has its own triggers, and both are tried here."""

import sqlite3
from importlib import import_module

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from vaxel import journal
from vaxel.journal.checks import checks, unguarded
from vaxel.journal.models import Entry, Note, Seal


def sql(*statements):
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["journal_entry", "journal_seal"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_entries_and_seals_refuse_change(write, table, verb):
    write(2)
    journal.seal()
    column = {"journal_entry": "object_id", "journal_seal": "hash"}[table]
    with pytest.raises(DatabaseError, match="append-only"):
        sql(verb.format(table, column, "'x'"))
    assert (Entry.objects.count(), Seal.objects.count()) == (2, 2)


@pytest.mark.django_db
def test_the_orm_is_refused_as_well(write):
    (entry,) = write()
    entry.action = "test.other"
    with pytest.raises(DatabaseError), transaction.atomic():
        entry.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.all().delete()


@pytest.mark.django_db
def test_a_table_cannot_be_truncated(write):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    write()
    with pytest.raises(DatabaseError, match="append-only"):
        sql("TRUNCATE journal_entry CASCADE")


@pytest.mark.django_db
def test_a_stranger_to_sqlite_is_refused():
    """A connection that is not Växel's lacks the function the trigger asks, and gets no further."""
    if connection.vendor != "sqlite":
        pytest.skip("SQLite only")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name = 'journal_entry' AND type IN ('table', 'trigger')"
        )
        made_by = [sql for (sql,) in cursor.fetchall()]
    stranger = sqlite3.connect(":memory:")
    for statement in made_by:
        stranger.execute(statement)
    with pytest.raises(sqlite3.OperationalError, match="journal_erasable"):
        stranger.execute("DELETE FROM journal_entry")
    stranger.close()


@pytest.mark.django_db
def test_a_note_may_be_erased(write, someone):
    journal.record("test.act", by=someone, note="Åsas telefonnummer")
    Note.objects.all().delete()


@pytest.mark.django_db
def test_a_lost_guard_is_found():
    assert unguarded() == []
    assert {name: ok for name, ok, _ in checks()} == {"journal": True, "journal-witness": True, "journal-guard": True}
    if connection.vendor == "postgresql":
        sql("DROP TRIGGER journal_seal_no_truncate ON journal_seal")
    else:
        sql("DROP TRIGGER journal_seal_no_DELETE")
    assert unguarded() == ["journal_seal"]
    assert [ok for name, ok, _ in checks() if name == "journal-guard"] == [False]


@pytest.mark.django_db(transaction=True)
def test_flush_empties_all_and_shuts_the_door_after_it(write):
    write(2)
    journal.seal()
    call_command("flush", interactive=False, verbosity=0)
    assert not Entry.objects.exists()
    write()
    with pytest.raises(DatabaseError, match="append-only"):
        Entry.objects.all().delete()


@pytest.mark.django_db
def test_what_guarded_before_the_one_function_is_gone():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's triggers have no function")
    old = import_module("vaxel.journal.migrations.0003_one_guard")
    with connection.schema_editor() as editor:
        editor.execute(
            "CREATE FUNCTION rounds_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"
        )
        old.drop(None, editor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT proname FROM pg_proc WHERE proname = ANY(%s)", [list(old.UNUSED)])
        assert cursor.fetchall() == []
