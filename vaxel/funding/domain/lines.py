"""What the difference between a pot and the sums under it is made of, each part by name: no krona goes missing unsaid."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from vaxel.funding.domain.apportion import half_up
from vaxel.funding.domain.keys import Keyed
from vaxel.funding.domain.rows import Row
from vaxel.funding.domain.terms import Rounding, StreamTerms, Terms
from vaxel.rounds.domain.sentence import Sentence, _
from vaxel.rounds.domain.shown import kronor


class Line(StrEnum):
    NOT_LISTED = "not_listed"  # what falls to receivers that are not among those given
    ROUNDING = "rounding"  # each share or payout rounded alone
    RESIDUAL = "residual"  # less than a unit for each kind of receiver, left when payouts are whole units that sum


@dataclass(frozen=True)
class NamedLine:
    """`stream` "" is the payouts'. `people`: how many live where nobody is listed; 0 where that is not known."""

    line: Line
    amount_ore: int
    stream: str = ""
    people: int = 0

    @property
    def sentence(self) -> Sentence:
        values = {"amount": kronor(self.amount_ore), "people": f"{self.people:,}".replace(",", "\u00a0")}
        return Sentence(WORDS[self.line, bool(self.people)], values)


WORDS = {
    (Line.NOT_LISTED, True): _("Mottagare som inte är upptagna, med %(people)s invånare: %(amount)s kr"),
    (Line.NOT_LISTED, False): _("Mottagare som inte är upptagna: %(amount)s kr"),
    (Line.ROUNDING, False): _("Avrundning: %(amount)s kr"),
    (Line.RESIDUAL, False): _("Kvar i potten, mindre än en hel enhet per slag av mottagare: %(amount)s kr"),
}


def lines_of_stream(stream: StreamTerms, key: Keyed, difference_ore: int) -> tuple[NamedLine, ...]:
    absent = half_up(stream.pot_ore * key.whole - sum(key.parts), key.whole)
    return _parted(absent, difference_ore, Line.ROUNDING, key.unlisted or 0, stream.key)


def lines_of_payouts(
    terms: Terms, keys: Sequence[Keyed], rows: Sequence[Row], difference_ore: int
) -> tuple[NamedLine, ...]:
    whole = rows[0].whole
    absent = half_up(sum(s.pot_ore for s in terms.streams) * whole - sum(row.part for row in rows), whole)
    rest = Line.ROUNDING if terms.rounding is Rounding.NEAREST else Line.RESIDUAL
    people = {key.unlisted or 0 for key in keys}
    return _parted(absent, difference_ore, rest, people.pop() if len(people) == 1 else 0)


def _parted(absent: int, difference: int, rest: Line, people: int, stream: str = "") -> tuple[NamedLine, ...]:
    lines = (
        NamedLine(Line.NOT_LISTED, absent, stream, people),
        NamedLine(rest, difference - absent, stream),
    )
    return tuple(line for line in lines if line.amount_ore)
