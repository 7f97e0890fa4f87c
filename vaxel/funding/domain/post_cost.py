"""What a part-time post costs: percent × yearly cost × months (S3 4.5: a coordinator at 75 %)."""

from fractions import Fraction

from vaxel.rounds.domain.sentence import Sentence, _


class PostError(ValueError):
    def __init__(self, sentence: Sentence, field: str):
        super().__init__(str(sentence))
        self.sentence = sentence
        self.field = field


def post_cost(yearly_ore: int, percent: int, months: int = 12) -> int:
    """In whole öre, half up. Two coordinators are 200 %; the year's cost includes what the employer pays."""
    if yearly_ore <= 0:
        raise PostError(Sentence(_("Skriv vad tjänsten kostar på ett år, mer än noll kronor.")), "yearly_ore")
    if not 0 < percent <= 1000:
        raise PostError(Sentence(_("Skriv omfattningen i procent, från 1 till 1000 (200 är två tjänster).")), "percent")
    if not 0 < months <= 12:
        raise PostError(Sentence(_("Skriv hur många månader av året, från 1 till 12.")), "months")
    exact = Fraction(yearly_ore * percent * months, 100 * 12)
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
