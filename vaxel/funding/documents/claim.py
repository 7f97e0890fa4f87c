"""A claim for money granted: what the invoice (UBL) and the claim document (PDF) are made of. Amounts in whole öre."""

import datetime as dt
from dataclasses import dataclass

from vaxel.files.domain.guarding import ILLEGAL
from vaxel.funding.domain.swedish_numbers import bankgiro_digits, org_digits
from vaxel.rounds.domain.sentence import Sentence, _


class ClaimError(ValueError):
    """`sentence`: what is wrong, where, and what to do."""

    def __init__(self, sentence: Sentence):
        super().__init__(str(sentence))
        self.sentence = sentence


@dataclass(frozen=True)
class Party:
    """`org_number` as people write it: 212000-2239."""

    name: str
    org_number: str
    street: str = ""
    postcode: str = ""
    city: str = ""


@dataclass(frozen=True)
class Line:
    title: str
    amount_ore: int


@dataclass(frozen=True)
class Claim:
    """The seller is who asks for its money; the buyer pays. `reference_code` is the payer's own: "3500"."""

    seller: Party
    buyer: Party
    reference_code: str
    number: str
    issue_date: dt.date
    due_date: dt.date
    lines: tuple[Line, ...]
    bankgiro: str
    note: str = ""

    @property
    def total_ore(self) -> int:
        return sum(line.amount_ore for line in self.lines)


def refuse_unfit(claim: Claim) -> None:
    """Raises ClaimError with the first thing that an invoice may not be sent with."""
    for party in (claim.seller, claim.buyer):
        _need(org_digits(party.org_number), NO_ORG_NUMBER, name=party.name, number=party.org_number)
    _need(bankgiro_digits(claim.bankgiro), NO_BANKGIRO, number=claim.bankgiro)
    for text, lacks in ((claim.number, NO_NUMBER), (claim.reference_code, NO_REFERENCE)):
        _need(plain(text), lacks)
    for party in (claim.seller, claim.buyer):
        _need(plain(party.name), NO_NAME, number=party.org_number)
    _need(claim.due_date >= claim.issue_date, DUE_BEFORE, due=claim.due_date, issued=claim.issue_date)
    _need(claim.lines, NO_LINES)
    for place, line in enumerate(claim.lines, 1):
        _need(plain(line.title), NO_TITLE, place=place)
        _need(line.amount_ore > 0, NOT_POSITIVE, place=place, title=line.title)


def plain(text: str) -> str:
    """On one line, without what XML cannot hold."""
    return " ".join(ILLEGAL.sub("", text).split())


def _need(there: object, text: str, **values: object) -> None:
    if not there:
        raise ClaimError(Sentence(text, values))


NO_ORG_NUMBER = _("%(name)s: ”%(number)s” är inget organisationsnummer. Skriv tio siffror, som 212000-2239.")
NO_BANKGIRO = _("”%(number)s” är inget bankgironummer. Skriv sju eller åtta siffror, som 5050-1055.")
NO_NUMBER = _("Fakturan saknar nummer. Fyll i det.")
NO_REFERENCE = _("Fakturan saknar referenskod. Den står i överenskommelsen: fyll i den.")
NO_NAME = _("Organisationen med nummer %(number)s saknar namn i fakturan. Fyll i det.")
DUE_BEFORE = _("Fakturan förfaller %(due)s, före fakturadatum %(issued)s. Välj en senare förfallodag.")
NO_LINES = _("Fakturan har ingen rad. Rekvirera minst en inriktning.")
NO_TITLE = _("Rad %(place)s i fakturan saknar text. Skriv vad beloppet gäller.")
NOT_POSITIVE = _("Rad %(place)s i fakturan, %(title)s, är inte större än noll. Ta bort raden.")
