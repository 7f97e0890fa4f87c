"""`vaxel backup` and `vaxel restore`: all of it comes back, or nothing, and never something else."""

import gzip
import json
import os
import uuid
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from vaxel import journal
from vaxel.files.models import Blob
from vaxel.journal import sealing
from vaxel.journal.models import Entry
from vaxel.network.models import Body, Person
from vaxel.rounds.models import Template, TemplateVersion
from vaxel.site.keeping import lines, loading, manifest, saving
from vaxel.site.keeping.tables import LEFT_OUT, SEEDED
from vaxel.ui.refusal import Refusal

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = 'tabb\t, rad\nbryt\r\n, snedstreck \\ \\N \\x41, "citat", åäö, 𝄞, tom: '
WHO = SimpleNamespace(person_id=uuid.UUID(int=7), mandate_id=None)


@pytest.fixture(autouse=True)
def _own_data(settings, tmp_path):
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir()


@pytest.fixture
def filled():
    """What two databases keep differently: bytes, JSON, identities, times, dates, flags, nothing and emptiness."""
    body = Body.objects.create(kind="nation")
    Person.objects.create(name=WORDS)
    Person.objects.create(name="", email="")
    Blob.objects.create(sha256="a" * 64, content=bytes(range(256)), size=256, media_type="x/y")
    Blob.objects.create(sha256="b" * 64, content=b"", size=0, media_type="x/y")
    template = Template.objects.create(owner=body, title=WORDS)
    content = {"z": WORDS, "a": [None, True, 1.5, {"tom": ""}]}
    TemplateVersion.objects.create(template=template, number=1, content=content)
    for number in range(3):
        journal.record("test.act", by=WHO, obj=body, facts={"number": number}, note=WORDS)
    Template.objects.create(owner=body, title="gone").delete()  # its identity was given out all the same
    sealing.tick()
    call_command("reindex", stdout=StringIO())
    return body


@pytest.fixture
def saved(filled, tmp_path):
    call_command("backup", str(tmp_path / "backup"), verbosity=0)
    return tmp_path / "backup"


def rows():
    """Every table as the database itself gives it."""
    found = {}
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            if name not in LEFT_OUT and not name.startswith(("search_words", "sqlite_")):
                cursor.execute(f'SELECT * FROM "{name}"')
                found[name] = sorted(map(repr, (tuple(map(plain, row)) for row in cursor.fetchall())))
    return found


def plain(value):
    return bytes(value) if isinstance(value, memoryview) else value


def empty():
    call_command("flush", interactive=False, verbosity=0)


def restored(folder):
    call_command("restore", str(folder), verbosity=0)


def test_all_of_it_comes_back(saved, capsys):
    before = rows()
    empty()
    assert rows() != before
    restored(saved)
    assert rows() == before
    assert "Journalen är hel" in capsys.readouterr().out


def test_a_database_that_somebody_has_analysed_is_empty_all_the_same(saved):
    before = rows()
    empty()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    restored(saved)
    assert rows() == before
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE sqlite_stat1")


def test_no_identity_is_given_out_again(saved, filled):
    last = Template.objects.create(owner=filled, title="next").pk
    empty()
    restored(saved)
    assert Template.objects.create(owner_id=filled.pk, title="next").pk == last


def test_the_journal_still_refuses_changes_after_it(saved):
    empty()
    restored(saved)
    with pytest.raises(Exception, match="append-only"):
        Entry.objects.update(action="test.other")


def test_only_its_owner_may_read_it(saved):
    assert saved.stat().st_mode & 0o077 == 0


def test_it_says_what_is_in_it_and_what_is_not(saved, tmp_path, settings, capsys):
    made = manifest.read(saved)
    assert made.head == str(journal.head())
    assert set(LEFT_OUT) == set(made.left_out)
    (settings.DATA / "secret-key").write_text("hemlig")
    call_command("backup", str(tmp_path / "with"))
    assert "keys/secret-key" in capsys.readouterr().out
    call_command("backup", str(tmp_path / "without"), without_keys=True)
    assert "förvarar ni själva" in capsys.readouterr().out
    assert not (tmp_path / "without" / "keys").exists()


def test_what_is_written_meanwhile_is_not_in_it(filled, tmp_path, monkeypatch):
    """One moment of all tables, though somebody goes on writing: nobody waits."""
    write = lines.write

    def and_somebody_writes(*arguments):
        Person.objects.create(name="meanwhile")
        return write(*arguments)

    monkeypatch.setattr(lines, "write", and_somebody_writes)
    made = saving.save(connection, tmp_path / "backup")
    assert {table.name: table.rows for table in made.tables}["network_person"] == 2
    assert Person.objects.filter(name="meanwhile").count() == len(made.tables)


def test_a_folder_that_holds_something_is_never_written_over(saved):
    with pytest.raises(Refusal, match="inte tom"):
        call_command("backup", str(saved))


def test_a_full_disk_leaves_no_half_backup(filled, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(saving.keys, "save", lambda *_, **__: full())
    with pytest.raises(Refusal, match="Ingen halv kopia"):
        saving.save(connection, tmp_path / "backup")
    assert list((tmp_path / "backup").iterdir()) == []


def test_one_that_was_killed_in_the_middle_is_not_taken_for_whole(saved):
    (saved / manifest.NAME).unlink()
    refused(saved, "ingen hel säkerhetskopia")


def flipped(saved):
    path = saved / "tables" / "network_person.jsonl.gz"
    told = gzip.decompress(path.read_bytes())
    path.write_bytes(gzip.compress(told.replace(b"tabb", b"TABB")))


def shortened(saved):
    path = saved / "tables" / "journal_entry.jsonl.gz"
    path.write_bytes(path.read_bytes()[:-9])


def lost(saved):
    (saved / "tables" / "files_blob.jsonl.gz").unlink()


@pytest.mark.parametrize("harm", [flipped, shortened, lost])
def test_a_damaged_file_is_found_before_anything_is_laid_back(saved, harm):
    harm(saved)
    refused(saved, "skadad eller ändrad")


def edited(saved, **changes):
    path = saved / manifest.NAME
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def test_from_a_later_version_it_says_so(saved):
    made = manifest.read(saved)
    edited(saved, migrations=[*made.migrations, ["rounds", "9999_later"]], version="9.0")
    refused(saved, "nyare än den här")


def test_from_an_older_version_it_says_what_to_do(saved):
    made = manifest.read(saved)
    edited(saved, migrations=[each for each in made.migrations if each[0] != "site"])
    refused(saved, "databas utan tabeller")


def test_of_another_kind_or_no_sense(saved):
    edited(saved, format="vaxel-backup-99")
    refused(saved, "annat format")
    (saved / manifest.NAME).write_text("{")
    refused(saved, "går inte att läsa")


def test_a_database_in_use_is_never_laid_over(saved):
    before = rows()
    with pytest.raises(Refusal, match="inte tom"):
        restored(saved)
    assert rows() == before


def test_whole_or_not_at_all(saved, monkeypatch):
    load = loading.load

    def falls_late(connection, table, found):
        if table.name == "rounds_template":
            raise RuntimeError("the power went")
        return load(connection, table, found)

    empty()
    monkeypatch.setattr("vaxel.site.keeping.restoring.load", falls_late)
    with pytest.raises(RuntimeError):
        restored(saved)
    assert all(not found for name, found in rows().items() if name not in {*SEEDED, "django_migrations"})


def test_what_was_edited_before_it_was_saved_is_told_after(filled, tmp_path):
    from vaxel.journal.guard import erasable

    with erasable():
        Entry.objects.filter(seal__number=2).update(action="test.other")
    call_command("backup", str(tmp_path / "backup"), verbosity=0)
    empty()
    with pytest.raises(CommandError, match="allt ligger tillbaka, men"):
        restored(tmp_path / "backup")


def refused(folder, sentence):
    empty()
    with pytest.raises(Refusal, match=sentence):
        restored(folder)
    assert not Person.objects.exists()
