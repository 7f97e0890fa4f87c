import datetime as dt

import pytest
import time_machine

from vaxel import journal
from vaxel.journal.checks import checks
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
    assert settings.JOURNAL_HEADS.read_text().splitlines()[1].endswith("2026-11-24")


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
    assert [ok for _, ok, _ in checks()] == [True, True]
    with erasable():
        Seal.objects.filter(number=3).delete()
        Entry.objects.order_by("-id").first().delete()
    (name, ok, sentence), _ = checks()
    assert (name, ok) == ("journal", False)
    assert "avkortad" in sentence
    assert journal.verify(exported_heads()).fault == Fault.CUT_OFF


def test_another_journals_heads_are_left_alone(write, settings):
    settings.JOURNAL_HEADS.write_text(f"{'e' * 16} 99:{'f' * 64} 2026-01-01\nskräp\n")
    write(1)
    tick()
    assert [head.number for head in exported_heads()] == [1]
    assert all(ok for _, ok, _ in checks())
