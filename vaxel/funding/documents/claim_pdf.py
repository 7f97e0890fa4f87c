"""The claim (rekvisition) as PDF/A-2a and PDF/UA-1: what the payer pays by, and both registers keep."""

from dataclasses import asdict, dataclass
from pathlib import Path

from vaxel.rounds.documents import pdf as house

HERE = Path(__file__).parent
LOOK = Path(house.__file__).with_name("look.typ")


@dataclass(frozen=True)
class Amounts:
    """One table: what a body claims as one kind. `rows` are (stream, sum); `notes` stand under the table."""

    title: str
    head: tuple[str, str]
    rows: tuple[tuple[str, str], ...]
    total: tuple[str, str]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClaimSheet:
    """`facts`, `attest`: (word, value)."""

    title: str
    sum: tuple[str, str]
    facts: tuple[tuple[str, str], ...]
    tables: tuple[Amounts, ...]
    attest_title: str
    attest: tuple[tuple[str, str], ...]
    foot: str
    language: str = "sv"


def claim_pdf(sheet: ClaimSheet) -> bytes:
    return house.printed({"main": (HERE / "claim.typ").read_bytes(), "look.typ": LOOK.read_bytes()}, asdict(sheet))
