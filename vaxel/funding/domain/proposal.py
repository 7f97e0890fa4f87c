"""The proposal for decision on the use of each stream's money that S3 is, and what it lacks to be decided."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from vaxel.rounds.domain.sentence import Sentence, _


@dataclass(frozen=True)
class Use:
    """One stream's part of the proposal. `amount` in öre; the groups and networks by the names they go by."""

    title: str
    amount: int
    purpose: str = ""  # S3 4: what the money is to be used for
    group: str = ""  # local working group (LAG) that carries it out
    steering: str = ""  # LPO
    decides: str = ""  # the officials' network
    reports: str = ""  # who writes the report


MISSING = {
    "purpose": _("%(stream)s: skriv vad medlen ska användas till."),
    "group": _("%(stream)s: skriv vilken grupp som ansvarar (LAG)."),
    "steering": _("%(stream)s: skriv vilken som är styrgrupp (LPO)."),
    "decides": _("%(stream)s: skriv vem som beslutar (chefsnätverket)."),
    "reports": _("%(stream)s: skriv vem som skriver redovisningen."),
}


def missing(uses: Iterable[Use]) -> list[Sentence]:
    """A sentence for each thing to write before it can be decided, stream by stream; empty = complete."""
    kept = list(uses)
    if not kept:
        return [Sentence(_("Det finns inga medel att föreslå något för än. De kommer med beslutet om fördelning."))]
    return [sentence for use in kept for sentence in _missing_of(use)]


def _missing_of(use: Use) -> list[Sentence]:
    """One sentence where nothing at all is written."""
    empty = [field.name for field in fields(use) if field.name in MISSING and not str(getattr(use, field.name)).strip()]
    if len(empty) == len(MISSING):
        return [Sentence(_("%(stream)s: inget är skrivet än."), {"stream": use.title})]
    return [Sentence(MISSING[name], {"stream": use.title}) for name in empty]
