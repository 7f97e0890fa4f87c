"""Vouchers to a body's own ledger: SIE 4i, what Swedish ledger systems read (sie.se; "i" is from a subsystem).

A voucher that does not sum to zero is refused, never mended. Which accounts is the body's own choice.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from vaxel.funding.domain.sie_text import ENCODING, as_sie
from vaxel.rounds.domain.sentence import Sentence, _

MEDIA_TYPE = "application/octet-stream"
ENDING = "si"  # of a 4i file
PROJECT = 6  # the number that SIE keeps for projects
ACCOUNT = re.compile(r"[0-9]{2,10}")
LINE = "\r\n"


class SieError(ValueError):
    """`sentence`: what is wrong, in which voucher, and what to do."""

    def __init__(self, text: str, **values: object):
        self.sentence = Sentence(text, values)
        super().__init__(str(self.sentence))


@dataclass(frozen=True)
class Row:
    """Debit is above nought, credit below. `project` is a code of the ledger's own."""

    account: str
    amount_ore: int
    text: str = ""
    project: str = ""

    @property
    def debit_ore(self) -> int:
        return max(self.amount_ore, 0)

    @property
    def credit_ore(self) -> int:
        return max(-self.amount_ore, 0)


@dataclass(frozen=True)
class Voucher:
    """`number` of our own; the receiving ledger gives its own where the series is empty (SIE 4i)."""

    day: dt.date
    text: str
    rows: tuple[Row, ...]
    series: str = ""
    number: str = ""


@dataclass(frozen=True)
class Books:
    """Whose, made when, by which version of Växel. `projects`: code → name."""

    name: str
    org_number: str
    made_on: dt.date
    version: str
    vouchers: tuple[Voucher, ...]
    projects: tuple[tuple[str, str], ...] = ()


def sie_file(books: Books) -> bytes:
    """Raises SieError; then nothing is written."""
    for voucher in books.vouchers:
        refuse_unfit(voucher)
    if not books.vouchers:
        raise SieError(NOTHING)
    return "".join(line + LINE for line in _lines(books)).encode(ENCODING)


def refuse_unfit(voucher: Voucher) -> None:
    for row in voucher.rows:
        if not ACCOUNT.fullmatch(row.account):
            raise SieError(NO_ACCOUNT, account=row.account, voucher=voucher.text)
    if len(voucher.rows) < 2:
        raise SieError(ONE_SIDED, voucher=voucher.text)
    if off := sum(row.amount_ore for row in voucher.rows):
        raise SieError(UNBALANCED, voucher=voucher.text, off=amount(off).replace(".", ","))


def amount(ore: int) -> str:
    """Full stop, two decimals, minus for credit: −5 öre is "-0.05"."""
    sign = "-" if ore < 0 else ""
    return f"{sign}{abs(ore) // 100}.{abs(ore) % 100:02}"


def _lines(books: Books) -> Iterator[str]:
    yield "#FLAGGA 0"  # not read in anywhere yet
    yield f"#PROGRAM {_text('Växel')} {_text(books.version)}"
    yield "#FORMAT PC8"
    yield f"#GEN {books.made_on:%Y%m%d}"
    yield "#SIETYP 4"
    if books.org_number:
        yield f"#ORGNR {_text(books.org_number)}"
    yield f"#FNAMN {_text(books.name)}"
    if books.projects:
        yield f"#DIM {PROJECT} {_text('Projekt')}"
    for code, name in books.projects:
        yield f"#OBJEKT {PROJECT} {_text(code)} {_text(name)}"
    for voucher in books.vouchers:
        yield from _voucher(voucher)


def _voucher(voucher: Voucher) -> Iterator[str]:
    yield f"#VER {_text(voucher.series)} {_text(voucher.number)} {voucher.day:%Y%m%d} {_text(voucher.text)}"
    yield "{"
    for row in voucher.rows:
        objects = f"{PROJECT} {_text(row.project)}" if row.project else ""
        yield f'   #TRANS {row.account} {{{objects}}} {amount(row.amount_ore)} "" {_text(row.text)}'
    yield "}"


def _text(text: str) -> str:
    """Quoted, its own quotes escaped."""
    return '"' + as_sie(text).replace('"', '\\"') + '"'


NOTHING = _("Det finns inget att bokföra än.")
NO_ACCOUNT = _("”%(account)s” i %(voucher)s är inget konto. Skriv bara siffror, som i er kontoplan.")
ONE_SIDED = _("Verifikationen %(voucher)s har bara en rad. Den behöver både debet och kredit.")
UNBALANCED = _("Verifikationen %(voucher)s är inte i balans: det skiljer %(off)s kr. Inget är skrivet.")
