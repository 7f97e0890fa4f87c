"""An old table as it is pasted from a sheet: who, what it got of each stream, and last what was paid out. Pure."""

import re

from vaxel.funding.domain.old_table import OldRow, OldTable
from vaxel.funding.domain.terms import TermsError
from vaxel.funding.domain.wording import short
from vaxel.rounds.domain.sentence import _
from vaxel.rounds.domain.written import WrittenError, ore

MOST_ROWS = 1000
BETWEEN = re.compile(r"[\t;]")


def pasted_table(text: str) -> OldTable:
    """Headings are passed over, and sums of all ("Summa"). Raises TermsError with the line that cannot be read.

    The pots are not told by such a table, so they are nought: only a known key tells of remainders.
    """
    lines = [
        (number, [cell.strip() for cell in BETWEEN.split(line)]) for number, line in enumerate(text.splitlines(), 1)
    ]
    lines = [(number, cells) for number, cells in lines if any(cells)]
    if len(lines) > MOST_ROWS + 1:  # one of headings
        raise TermsError(_("Tabellen har fler än %(most)s rader. Dela upp den."), most=MOST_ROWS)
    rows = [_row(number, cells, first=place == 0) for place, (number, cells) in enumerate(lines)]
    kept = tuple(row for row in rows if row is not None)
    if not kept:
        raise TermsError(_("Klistra in minst en rad: namn, del för del och sist det som betalades ut."))
    widths = {len(row.shares_ore) for row in kept}
    if len(widths) > 1:
        raise TermsError(_("Alla rader ska ha lika många delar. Fyll tomma rutor med 0."))
    return OldTable((0,) * widths.pop(), kept)


def _row(number: int, cells: list[str], *, first: bool) -> OldRow | None:
    names, sums = _parted(cells)
    if len(sums) < 2:
        if first and not sums:
            return None
        raise TermsError(
            _(
                "Rad %(line)s: skriv namn, minst en del och sist det som betalades ut, med tabbar eller semikolon emellan."
            ),
            line=number,
        )
    if names and names[-1].casefold() in {"summa", "totalt", "hela riket", "alla"}:
        return None
    code = next((name for name in names if name.isdigit()), "")
    name = next((name for name in names if not name.isdigit()), code or str(number))
    amounts = [_ore(one, number) for one in sums]
    return OldRow(code or name, short(name), tuple(amounts[:-1]), amounts[-1])


def _parted(cells: list[str]) -> tuple[list[str], list[str]]:
    """Names and codes first, then sums: a code has leading noughts or stands before a name."""
    last = max((place for place, cell in enumerate(cells) if any(sign.isalpha() for sign in _bare(cell))), default=0)
    return [cell for cell in cells[: last + 1] if cell], [cell or "0" for cell in cells[last + 1 :]]


def _bare(cell: str) -> str:
    """A sum may say its unit."""
    return re.sub(r"(kr|kronor|tkr|mkr|mnkr)\.?$", "", cell.casefold()) if any(s.isdigit() for s in cell) else cell


def _ore(written: str, line: int) -> int:
    try:
        found = ore(written)
    except WrittenError:
        raise TermsError(
            _("Rad %(line)s: ”%(said)s” är inget belopp i kronor."), line=line, said=short(written)
        ) from None
    if found < 0:
        raise TermsError(_("Rad %(line)s: ett belopp kan inte vara mindre än noll."), line=line)
    return found
