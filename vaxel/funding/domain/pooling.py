"""A joint purpose paid from several bodies' shares: each one's part, and what is left to it (S3 4.5).

There the region and the municipalities pay a coordinator at 75 % from their shares of one stream, and the rest is
distributed: a part never exceeds what its party has left, and part + rest is what it had.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from vaxel.funding.domain.cost_share import Party, ShareError, ShareKey, shared
from vaxel.funding.domain.kronor import kr
from vaxel.rounds.domain.sentence import Sentence, _


@dataclass(frozen=True)
class Part:
    """`rest` is what the party keeps for itself of the streams that pay; None where it pays with its own money."""

    node: int
    name: str
    ore: int
    rest: int | None


def parts(cost_ore: int, parties: Iterable[Party], key: ShareKey) -> tuple[Part, ...]:
    """In the order given; ShareError, in one sentence, for a part that its party cannot pay."""
    kept = list(parties)
    by_node = shared(cost_ore, kept, key)
    return tuple(_part(one, by_node[one.node]) for one in kept)


def _part(party: Party, ore: int) -> Part:
    if party.available is None:
        return Part(party.node, party.name, ore, None)
    if ore > party.available:
        raise ShareError(
            Sentence(
                _("Delen för %(name)s blir %(part)s men bara %(left)s är kvar av medlen där. Sänk kostnaden, eller dela på annat sätt."),
                {"name": party.name, "part": kr(ore), "left": kr(party.available)},
            ),
            "cost",
        )  # fmt: skip
    return Part(party.node, party.name, ore, party.available - ore)
