from vaxel.journal.domain.chain import EMPTY, Head, link_hash, note_hash
from vaxel.journal.domain.verdict import Fault, Verdict
from vaxel.journal.models import Note, Seal
from vaxel.journal.sealing import link_of, unsealed


def verify(exported=()):
    """Reads the whole chain again.

    `exported` are heads kept outside the database: they betray a tail cut off and a chain redone; the chain cannot.
    """
    last, expected = EMPTY, _by_number(exported)
    for seal in Seal.objects.select_related("entry").order_by("number").iterator(chunk_size=2000):
        if fault := _fault(seal, last, expected.pop(seal.number, {seal.hash})):
            return _broken(last, seal.number, fault)
        last = Head(seal.number, seal.hash)
    if expected:
        return _broken(last, last.number + 1, Fault.CUT_OFF)
    if altered := _altered_note():
        return _broken(last, altered, Fault.NOTE_ALTERED)
    return Verdict(ok=True, sealed=last.number, unsealed=unsealed().count(), head=last)


def _by_number(exported):
    """Two places that tell different heads of the same number cannot both be right."""
    found: dict[int, set[str]] = {}
    for head in exported:
        if head.number:
            found.setdefault(head.number, set()).add(head.hash)
    return found


def _broken(last, number, fault):
    return Verdict(ok=False, sealed=last.number, unsealed=unsealed().count(), broken_at=number, head=last, fault=fault)


def _fault(seal, last, exported):
    if seal.number != last.number + 1:
        return Fault.GAP
    if seal.previous != last.hash or seal.hash != link_hash(last.hash, link_of(seal.entry)):
        return Fault.ALTERED
    return Fault.NONE if exported == {seal.hash} else Fault.REDONE


def _altered_note():
    """The seal of the first note that is not what was written; an erased note is no fault, an unsealed one is young."""
    for note in Note.objects.select_related("entry__seal").exclude(entry__seal=None).iterator(chunk_size=2000):
        if note_hash(note.salt, note.text) != note.entry.note_hash:
            return note.entry.seal.number
    return None
