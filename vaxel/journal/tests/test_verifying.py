import pytest

from vaxel import journal
from vaxel.journal.domain.chain import EMPTY, Head
from vaxel.journal.domain.verdict import Fault
from vaxel.journal.models import Entry, Note, Seal

pytestmark = pytest.mark.django_db


def test_an_empty_journal_is_whole():
    verdict = journal.verify()
    assert (verdict.ok, verdict.sealed, verdict.head) == (True, 0, EMPTY)


def test_sealing_covers_everything_once(write):
    write(5)
    assert journal.verify().unsealed == 5
    assert journal.seal() == 5
    assert journal.seal() == 0
    verdict = journal.verify()
    assert (verdict.ok, verdict.sealed, verdict.unsealed) == (True, 5, 0)
    assert verdict.head == journal.head()


def test_batches_make_one_chain(write, monkeypatch):
    monkeypatch.setattr("vaxel.journal.sealing.BATCH", 3)
    write(10)
    assert journal.seal() == 10
    assert list(Seal.objects.order_by("number").values_list("number", flat=True)) == list(range(1, 11))
    assert journal.verify().ok


def test_a_late_commit_with_a_lower_id_is_sealed_too(write):
    """PostgreSQL hands out identities before commit: a slow writer's entry appears below the last sealed one."""
    entry, *_ = write(3)
    journal.seal()
    Entry.objects.create(id=entry.pk + 1000, at=entry.at, action="test.act")
    journal.seal()
    Entry.objects.create(id=entry.pk + 500, at=entry.at, action="test.late")
    assert journal.verify().unsealed == 1
    assert journal.seal() == 1
    assert journal.verify().ok


def test_the_daily_look_finds_what_lies_out_of_reach(write):
    entry, *_ = write(3)
    Entry.objects.create(id=entry.pk + 1000, at=entry.at, action="test.act")
    journal.seal()
    Entry.objects.create(id=entry.pk + 500, at=entry.at, action="test.late")
    assert journal.seal(reach=100) == 0
    assert journal.verify().unsealed == 1
    assert journal.seal(reach=None) == 1
    assert journal.verify().ok


EDITS = [
    (Entry, {"action": "test.other"}),
    (Entry, {"person_id": None}),
    (Entry, {"mandate_id": 8}),
    (Entry, {"on_behalf_of": 1}),
    (Entry, {"object_id": "99"}),
    (Entry, {"object_type": "test.other"}),
    (Entry, {"facts": {"number": 1}}),
    (Entry, {"note_hash": "0"}),
    (Seal, {"hash": "0" * 64}),
    (Seal, {"previous": "0" * 64}),
]


@pytest.mark.parametrize(("model", "changes"), EDITS)
@pytest.mark.parametrize("number", [1, 3, 5])
def test_every_edit_is_found_where_it_was_made(write, behind_our_back, model, changes, number):
    write(5)
    journal.seal()
    if changes == {"previous": "0" * 64} and number == 1:
        pytest.skip("the first link's previous is that already")
    behind_our_back(model, number, **changes)
    verdict = journal.verify()
    assert (verdict.ok, verdict.broken_at, verdict.fault) == (False, number, Fault.ALTERED)


@pytest.mark.parametrize("number", [1, 3])
def test_a_link_taken_out_leaves_a_gap(write, behind_our_back, number):
    write(5)
    journal.seal()
    behind_our_back(Seal, number)
    verdict = journal.verify()
    assert (verdict.ok, verdict.broken_at, verdict.fault) == (False, number + 1, Fault.GAP)


def cut_off(behind_our_back, number):
    entry = Seal.objects.get(number=number).entry
    behind_our_back(Seal, number)
    from vaxel.journal.guard import erasable

    with erasable():
        entry.delete()


def test_a_tail_cut_off_needs_an_exported_head_to_be_seen(write, behind_our_back):
    write(5)
    journal.seal()
    head = journal.head()
    cut_off(behind_our_back, 5)
    assert journal.verify().ok
    verdict = journal.verify([head])
    assert (verdict.ok, verdict.broken_at, verdict.fault) == (False, 5, Fault.CUT_OFF)


def test_a_chain_redone_after_an_edit_is_betrayed_by_the_head(write, behind_our_back):
    write(5)
    journal.seal()
    head = journal.head()
    for number in (5, 4, 3):
        behind_our_back(Seal, number)
    behind_our_back(Entry, 2, action="test.other")
    behind_our_back(Seal, 2)
    journal.seal()
    assert journal.verify().ok
    assert journal.verify([head]).fault == Fault.REDONE


def test_a_head_holds_while_the_journal_grows(write):
    write(2)
    journal.seal()
    heads = [journal.head()]
    write(3)
    journal.seal()
    assert journal.verify([*heads, journal.head()]).ok
    assert journal.head().number == 5


def test_an_edited_note_is_found_and_an_erased_one_is_no_fault(someone):
    entry = journal.record("test.act", by=someone, note="Sju av åtta")
    journal.seal()
    assert journal.verify().ok
    Note.objects.filter(pk=entry.pk).update(text="Åtta av åtta")
    assert journal.verify().fault == Fault.NOTE_ALTERED
    Note.objects.all().delete()
    assert journal.verify().ok


def test_a_made_up_head_is_not_believed(write):
    write(1)
    journal.seal()
    assert journal.verify([Head(1, "f" * 64)]).fault == Fault.REDONE
