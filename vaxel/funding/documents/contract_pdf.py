"""A contract as PDF/A-2a and PDF/UA-1: what one keeps, reads aloud, signs by hand and seals."""

from dataclasses import asdict, dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from vaxel.funding.documents.tree import tree_of
from vaxel.rounds.documents import pdf as house
from vaxel.text.domain.section_diff import Section

HERE = Path(__file__).parent
LOOK = Path(house.__file__).with_name("look.typ")


@dataclass(frozen=True)
class Signer:
    """A party's lines under the text: who, as what, when; none where it has not signed, then blanks to write on."""

    name: str
    by: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class ContractSheet:
    """`facts`: (word, value) under the title. `hash`: of the words, what each signature binds."""

    title: str
    clauses: tuple[Section, ...]
    parties: tuple[Signer, ...]
    hash: str
    facts: tuple[tuple[str, str], ...] = ()
    foot: str = ""
    language: str = "sv"


def contract_pdf(sheet: ContractSheet) -> bytes:
    """The same sheet gives the same bytes, but for the day typst writes into its own information."""
    data = asdict(sheet) | {
        "clauses": [{"title": one.title, "body": tree_of(one.text)} for one in sheet.clauses],
        "parties": [asdict(one) | {"blank": [_("Namn och funktion"), _("Ort och datum")]} for one in sheet.parties],
        "signatures_title": _("Underskrifter"),
        "hash_label": _("Textens kontrollsumma (SHA-256):"),
    }
    return house.printed({"main": (HERE / "contract.typ").read_bytes(), "look.typ": LOOK.read_bytes()}, data)
