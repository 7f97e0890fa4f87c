"""Fees and cost shares: the allocation rules reversed. A cost falls on many, and their parts add up to it to the öre.

Nodes are paid by those who use them; a service takes a yearly fee per municipality (domain.md 5; S2 4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vaxel.funding.domain.apportion import apportion
from vaxel.funding.domain.kronor import kr
from vaxel.rounds.domain.sentence import Sentence, _


class ShareKey(StrEnum):
    """By what a cost is shared."""

    GRANTED = "granted"  # what each party has been granted of the streams that pay
    POPULATION = "population"
    EQUAL = "equal"
    ENTERED = "entered"  # as the parties have agreed


class ShareError(ValueError):
    def __init__(self, sentence: Sentence, field: str = ""):
        super().__init__(str(sentence))
        self.sentence = sentence
        self.field = field


@dataclass(frozen=True)
class Party:
    """`available` is what is left to it of the streams that pay, in öre; None: it pays with money of its own."""

    node: int
    name: str
    granted: int = 0
    population: int = 0
    entered: int = 0
    available: int | None = None


def weights(parties: list[Party], key: ShareKey) -> Mapping[int, int]:
    return {one.node: _weight(one, key) for one in parties}


def _weight(one: Party, key: ShareKey) -> int:
    match key:
        case ShareKey.GRANTED:
            return one.granted
        case ShareKey.POPULATION:
            return one.population
        case ShareKey.ENTERED:
            return one.entered
        case _:
            return 1


def shared(cost_ore: int, parties: list[Party], key: ShareKey) -> dict[int, int]:
    """Each party's part in öre by its node, summing to the cost; by largest remainder, so that order never matters."""
    _refuse_what_is_wrong(cost_ore, parties, key)
    if key == ShareKey.ENTERED:
        return {one.node: one.entered for one in parties}
    by_code = apportion(cost_ore, {f"{node:020}": weight for node, weight in weights(parties, key).items()})
    return {int(code): ore for code, ore in by_code.items()}


def _refuse_what_is_wrong(cost_ore: int, parties: list[Party], key: ShareKey) -> None:
    if cost_ore <= 0:
        raise ShareError(Sentence(_("Skriv vad det kostar, mer än noll kronor.")), "cost")
    if not parties:
        raise ShareError(Sentence(_("Välj minst en som ska vara med och betala.")), "parties")
    for one in parties:
        if key == ShareKey.POPULATION and one.population <= 0:
            lacking = _("%(name)s har ingen folkmängd att dela efter. Välj en annan grund.")
            raise ShareError(Sentence(lacking, {"name": one.name}), "key")
        if one.entered < 0:
            raise ShareError(
                Sentence(_("Delen för %(name)s kan inte vara mindre än noll."), {"name": one.name}), "parties"
            )
    if not sum(weights(parties, key).values()):
        raise ShareError(Sentence(_("Ingen av parterna har något att dela efter. Välj en annan grund.")), "key")
    if key == ShareKey.ENTERED:
        _sums(cost_ore, parties)


def _sums(cost_ore: int, parties: list[Party]) -> None:
    total = sum(one.entered for one in parties)
    if total != cost_ore:
        raise ShareError(
            Sentence(
                _("Delarna blir %(sum)s tillsammans men kostnaden är %(cost)s. Ändra en del, eller kostnaden."),
                {"sum": kr(total), "cost": kr(cost_ore)},
            ),
            "parties",
        )
