"""The terms of a contract, and the facts that its words are filled with. The words are Swedish whoever reads the page."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from vaxel.calendar.domain.phrases import day_of_month
from vaxel.funding.domain.contract_text import TextError
from vaxel.rounds.domain.sentence import _

DAY = dt.timedelta(days=1)
SPACE = "\u00a0"


@dataclass(frozen=True)
class ContractTerms:
    """Amounts in whole öre; `ends` is the first day it no longer holds. `least_percent`: to work with municipalities."""

    total_ore: int
    planned_municipal_ore: int
    least_percent: int | None
    reference: str
    starts: dt.date
    ends: dt.date
    municipal_by: dt.date | None
    interim_on: dt.date
    final_on: dt.date

    @property
    def least(self) -> Fraction:
        return Fraction(self.least_percent or 0, 100)


def sound(terms: ContractTerms) -> ContractTerms:
    """The terms as they are, once they hang together; refuses in one sentence."""
    if terms.total_ore <= 0:
        raise TextError(_("Beloppet måste vara större än noll."))
    if not 0 <= terms.planned_municipal_ore <= terms.total_ore:
        raise TextError(_("Det som planeras till kommuner kan inte vara mer än hela beloppet. Ändra ett av dem."))
    if terms.ends <= terms.starts:
        raise TextError(_("Avtalets sista dag kommer före den första. Ändra en av dem."))
    if terms.final_on <= terms.interim_on:
        raise TextError(_("Slutredovisningen måste komma efter delredovisningen. Ändra en av dagarna."))
    if terms.municipal_by and terms.municipal_by > terms.interim_on:
        raise TextError(
            _("Avtalen med kommuner visas upp i delredovisningen och måste vara klara senast den dagen. Ändra dagen.")
        )
    return terms


def kronor(ore: int) -> str:
    """6 000 000 kronor; 1 234,50 kronor; 1 krona."""
    whole, rest = divmod(ore, 100)
    number = f"{whole:,}".replace(",", SPACE) + (f",{rest:02d}" if rest else "")
    return f"{number}{SPACE}{'krona' if ore == 100 else 'kronor'}"


def facts_of(terms: ContractTerms) -> dict[str, str]:
    """Those that the terms give; the names of parties, body and agreement are added by who knows them."""
    said = {
        "belopp": kronor(terms.total_ore),
        "belopp_kommuner": kronor(terms.planned_municipal_ore),
        "referenskod": terms.reference,
        "delredovisning": day_of_month(terms.interim_on),
        "slutredovisning": day_of_month(terms.final_on),
        "gäller_från": day_of_month(terms.starts),
        "gäller_till": day_of_month(terms.ends - DAY),
    }
    if terms.least_percent is not None:
        said["andel"] = f"{terms.least_percent} procent"
    if terms.municipal_by is not None:
        said["kommunavtal_senast"] = day_of_month(terms.municipal_by)
    return said


def usual_days(year: int) -> dict[str, dt.date]:
    """Where the agreement names no day: interim in October, final by 31 January. Source: S0 app. 4, Redovisning."""
    return {
        "starts": dt.date(year, 1, 1),
        "ends": dt.date(year + 1, 1, 1),
        "interim_on": dt.date(year, 10, 31),
        "final_on": dt.date(year + 1, 1, 31),
    }
