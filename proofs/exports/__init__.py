"""Ten thousand texts out in every format and in again by another's reader: no formula wakes, no line is smuggled in."""

from proofs.exports.formats import FORMATS
from proofs.exports.offices import by_libreoffice
from proofs.exports.strings import strings
from proofs.promise import Figure, exactly, said, scaled

NAME = "exports"
PROMISE = "What a person wrote leaves as text in every format, and comes back the same."

STRINGS, BY_LIBREOFFICE = 10_000, 500


def run(scale: float) -> list[Figure]:
    texts = strings(scaled(STRINGS, scale, 80))
    figures, altered, awake = [said("texts", len(texts))], {}, {}
    for name, trip in FORMATS.items():
        came = trip(texts)
        wrong = [(sent, got) for sent, got in zip(came.sent, came.back, strict=False) if sent != got]
        lost = abs(len(came.sent) - len(came.back))
        altered[name], awake[name] = len(wrong) + lost, came.awake
        figures.append(said(f"{name}: texts out and in", len(came.back)))
        figures += [said(f"{name}: one that changed", repr(wrong[0]))] if wrong else []
    offices = by_libreoffice(texts[: scaled(BY_LIBREOFFICE, scale, 40)])
    return [
        *figures,
        exactly("formats", len(FORMATS), 11),
        exactly("texts that came back otherwise, all formats", sum(altered.values()), 0),
        exactly("live formulas, scripts, fields and smuggled lines", sum(awake.values()), 0),
        said("texts through LibreOffice, csv and xlsx", offices.texts),
        exactly("of them otherwise", offices.otherwise, 0),
        exactly("of them formulas to LibreOffice", offices.formulas, 0),
    ]
