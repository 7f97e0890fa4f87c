from vaxel.journal.domain.chain import GENESIS, Head, link_hash, note_hash
from vaxel.journal.domain.verdict import Verdict
from vaxel.journal.models import Note, Seal
from vaxel.journal.sealing import link_of, unsealed


def verify(exported=()):
    """Reads the whole chain again. `exported` heads kept outside the database betray a tail cut off or a chain redone."""
    last, expected = Head(0, GENESIS), {head.number: head for head in exported}
    for seal in Seal.objects.select_related("entry").order_by("number").iterator(chunk_size=2000):
        reason = _fault(seal, last, expected.pop(seal.number, None))
        if reason:
            return Verdict(False, last.number, unsealed().count(), seal.number, last, reason)
        last = Head(seal.number, seal.hash)
    if expected:
        return Verdict(False, last.number, unsealed().count(), last.number + 1, last, "cut off")
    if altered := _altered_note():
        return Verdict(False, last.number, unsealed().count(), altered, last, "note altered")
    return Verdict(True, last.number, unsealed().count(), None, last)


def _fault(seal, last, exported):
    if seal.number != last.number + 1:
        return "gap"
    if seal.previous != last.hash or seal.hash != link_hash(last.hash, link_of(seal.entry)):
        return "altered"
    if exported and exported.hash != seal.hash:
        return "redone"
    return ""


def _altered_note():
    """The seal's number of the first note whose text is not what was written; an erased note is no fault."""
    for note in Note.objects.select_related("entry__seal").iterator(chunk_size=2000):
        if note_hash(note.salt, note.text) != note.entry.note_hash:
            seal = getattr(note.entry, "seal", None)
            return seal.number if seal else 0
    return None
