"""The promise of exports in short, and that it sees a formula that was let out."""

from proofs import exports
from proofs.exports import formats
from proofs.exports.offices import Seen
from proofs.promise import all_met
from vaxel.files.domain import export


def test_text_leaves_as_text(monkeypatch):
    monkeypatch.setattr(exports, "by_libreoffice", lambda texts: Seen(2 * len(texts), 0, 0))  # twenty seconds by itself
    figures = exports.run(0.02)
    assert all_met(figures), [figure for figure in figures if not figure.ok]


def test_a_writer_that_guards_nothing_is_found(monkeypatch):
    monkeypatch.setattr(export, "guard", lambda text: text)
    assert formats.through_csv(["=1+1", "Åre"]).awake == 1


def test_a_writer_that_loses_a_letter_is_found(monkeypatch):
    monkeypatch.setattr(export, "guard", lambda text: text.replace("Å", "A"))
    trip = formats.through_csv(["Åre"])
    assert trip.sent != trip.back
