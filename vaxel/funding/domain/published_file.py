"""A published table out of CSV, as `vaxel allocate --format csv` writes one: kod, a column a stream, utbetalning."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from vaxel.files.domain.sheets import delimiter_of
from vaxel.funding.domain.allocation import Allocated
from vaxel.funding.domain.old_table import OldRow, OldTable
from vaxel.funding.domain.terms import Terms, TermsError
from vaxel.funding.domain.wording import short
from vaxel.rounds.domain.sentence import _

KRONOR = re.compile(r"(\d{1,15})(?:[.,](\d{1,2}))?", re.ASCII)


def read_published(text: str, file: str, terms: Terms, out: Allocated) -> OldTable:
    """The rows of the agreement's receivers; the exact shares are those of `out`. Spaces in amounts are let be.

    Columns: `kod`, the streams' keys and `utbetalning`; `slag` where a code means two. Raises TermsError.
    """
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    exact, rows, next_line = _exact(out), [], 1
    try:
        _must_have_columns(reader.fieldnames or (), file, terms)
        next_line = reader.line_num + 1
        for cells in reader:
            if (cells["kod"] or "").strip():
                rows.append(_row(cells, reader.line_num, file, terms, exact))
            next_line = reader.line_num + 1
    except csv.Error:
        raise TermsError(
            _("%(file)s rad %(line)s går inte att läsa: kontrollera citattecken och skiljetecken."),
            file=file,
            line=next_line,
        ) from None
    return OldTable(tuple(stream.pot_ore for stream in terms.streams), tuple(rows), terms.unit_ore)


def _must_have_columns(header: Sequence[str], file: str, terms: Terms) -> None:
    for column in ("kod", *(stream.key for stream in terms.streams), "utbetalning"):
        if column not in header:
            raise TermsError(
                _(
                    "%(file)s: kolumnen %(column)s saknas; rubrikraden ska ha kod, en kolumn per inriktning och utbetalning."
                ),
                file=file,
                column=column,
            )


Exact = Mapping[tuple[str, str], Mapping[str, Fraction]]  # by kind and code, then stream


def _exact(out: Allocated) -> Exact:
    exact: dict[tuple[str, str], dict[str, Fraction]] = {}
    for stream in out.streams:
        for share in stream.shares:
            exact.setdefault((stream.receivers, share.code), {})[stream.key] = share.exact
    return exact


def _row(cells: Mapping[str, str | None], line: int, file: str, terms: Terms, exact: Exact) -> OldRow:
    code, kind = (cells["kod"] or "").strip(), (cells.get("slag") or "").strip()
    found = [shares for (of, each), shares in exact.items() if each == code and kind in {"", of}]
    if len(found) != 1:
        text = (
            _("%(file)s rad %(line)s: %(code)s är både region och län, skriv vilken i kolumnen slag.")
            if found
            else _("%(file)s rad %(line)s: %(code)s är ingen mottagare enligt överenskommelsen och folkmängderna.")
        )
        raise TermsError(text, file=file, line=line, code=short(code))
    return OldRow(
        code,
        short(cells.get("mottagare") or code),
        tuple(_ore(cells[stream.key], line, file) for stream in terms.streams),
        _ore(cells["utbetalning"], line, file),
        tuple(found[0].get(stream.key, Fraction(0)) for stream in terms.streams),
    )


def _ore(written: str | None, line: int, file: str) -> int:
    """An empty cell is nothing: the receiver has no part of that stream."""
    plain = "".join((written or "").split()).removesuffix("kr")
    found = KRONOR.fullmatch(plain or "0")
    if found is None:
        raise TermsError(
            _("%(file)s rad %(line)s: ”%(said)s” är inget belopp i kronor."), file=file, line=line, said=short(written)
        )
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
