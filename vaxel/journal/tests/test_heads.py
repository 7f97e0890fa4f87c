import datetime as dt

import pytest
import time_machine

from vaxel import journal
from vaxel.journal import heads
from vaxel.journal.checks import checks
from vaxel.journal.domain.chain import Head
from vaxel.journal.domain.verdict import Fault
from vaxel.journal.guard import erasable
from vaxel.journal.heads import exported_heads
from vaxel.journal.models import Entry, Seal
from vaxel.journal.sealing import REACH, tick

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _file(settings, tmp_path):
    settings.JOURNAL_HEADS = tmp_path / "journal-heads.txt"


def test_the_tick_seals_and_keeps_one_head_a_day(write, settings):
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(3):
            write(2)
            assert tick() == 2
        clock.shift(dt.timedelta(days=1))
        write(1)
        tick()
    assert [head.number for head in exported_heads()] == [2, 7]
    assert settings.JOURNAL_HEADS.read_text().splitlines()[1].split()[2] == "2026-11-24"


def test_the_days_first_tick_looks_everywhere(write, monkeypatch):
    reaches = []
    monkeypatch.setattr("vaxel.journal.sealing._seal_batch", lambda reach: reaches.append(reach) or 0)
    write(1)
    journal.seal()
    monkeypatch.undo()
    with time_machine.travel(NOON, tick=False) as clock:
        tick()
        monkeypatch.setattr("vaxel.journal.sealing._seal_batch", lambda reach: reaches.append(reach) or 0)
        tick()
        clock.shift(dt.timedelta(days=1))
        tick()
    assert reaches == [REACH, REACH, None]


def test_an_empty_journal_has_no_head_to_keep(settings):
    tick()
    assert not settings.JOURNAL_HEADS.exists()


def test_the_check_reads_the_file(write):
    write(3)
    tick()
    assert all(ok for _, ok, _ in checks())
    with erasable():
        Seal.objects.filter(number=3).delete()
        Entry.objects.order_by("-id").first().delete()
    name, ok, sentence = next(checks())
    assert (name, ok) == ("journal", False)
    assert "avkortad" in sentence
    assert journal.verify(exported_heads()).fault == Fault.CUT_OFF


def test_another_journals_heads_are_left_alone(write, settings):
    write(1)
    tick()
    line = f"{'e' * 16} 99:{'f' * 64} 2026-01-01"
    heads._add(line)
    assert [head.number for head in exported_heads()] == [1]
    assert all(ok for _, ok, _ in checks())


def days(write, number):
    """So many days, each with an entry and its head."""
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(number):
            write(1)
            tick()
            clock.shift(dt.timedelta(days=1))


def anchor(known=()):
    with time_machine.travel(NOON + dt.timedelta(days=4), tick=False):
        found = {name: (ok, sentence) for name, ok, sentence in checks(known)}
    return found["journal-anchor"]


EDITED = {
    "a digit": lambda lines: [lines[0], lines[1].replace(":", ":0", 1), *lines[2:]],
    "one taken out": lambda lines: [lines[0], *lines[2:]],
    "one put in": lambda lines: [*lines[:2], lines[0], *lines[2:]],
    "another order": lambda lines: [lines[1], lines[0], *lines[2:]],
    "a signature taken off": lambda lines: [*lines[:3], lines[3].rpartition(" ")[0]],
    "nonsense": lambda lines: [*lines, "skräp"],
}


@pytest.mark.parametrize("edit", EDITED.values(), ids=EDITED)
def test_an_edited_anchor_is_seen(write, settings, edit):
    days(write, 4)
    assert anchor()[0]
    settings.JOURNAL_HEADS.write_text("\n".join(edit(settings.JOURNAL_HEADS.read_text().splitlines())) + "\n")
    ok, sentence = anchor()
    assert not ok
    assert "ändrad" in sentence


def test_an_anchor_cut_off_or_forgotten_is_old(write, settings):
    days(write, 4)
    settings.JOURNAL_HEADS.write_text("".join(settings.JOURNAL_HEADS.read_text().splitlines(keepends=True)[:1]))
    assert "senaste dygnen" in anchor()[1]
    settings.JOURNAL_HEADS.unlink()
    assert not anchor()[0]


def test_a_new_secret_key_still_knows_what_the_old_one_signed(write, settings):
    days(write, 4)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "the new one", [settings.SECRET_KEY]
    assert anchor()[0]
    settings.SECRET_KEY_FALLBACKS = []
    assert not anchor()[0]


def test_a_head_kept_by_somebody_else_is_asked_about(write):
    write(3)
    journal.seal()
    kept = journal.head()
    assert next(checks([kept]))[1]
    assert not next(checks([Head(2, kept.hash)]))[1]
    assert not next(checks([Head(9, kept.hash)]))[1]


def test_after_an_older_backup_the_anchor_says_that_it_was_laid_back(write):
    days(write, 4)
    with erasable():
        for number in (4, 3):
            Seal.objects.filter(number=number).delete()
            Entry.objects.order_by("-id").first().delete()
    assert journal.verify(exported_heads()).fault == Fault.CUT_OFF
    with time_machine.travel(NOON + dt.timedelta(days=4), tick=False):
        assert heads.note_restored()
        assert not heads.note_restored()
    assert [head.number for head in exported_heads()] == [1, 2, 2]
    assert anchor()[0]
    assert journal.verify(exported_heads()).ok
