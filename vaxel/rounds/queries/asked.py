"""What each body of a round is asked: the questions for its kinds, as the network was on the frame's day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vaxel.network.domain.kinds import Kind, kinds_in, mask
from vaxel.rounds.domain.asked import for_body, is_divided
from vaxel.rounds.domain.question import Questions
from vaxel.rounds.domain.template import parse
from vaxel.rounds.models import Delivery

PLACE = 2  # bytes per position in a frame's kinds


class Views:
    """Read once per round. The frame is looked at only where some section is for some receivers."""

    def __init__(self, round):
        version = round.template_version if round.template_version_id else None
        self.whole = parse(version.content) if version else Questions()
        self.divided = is_divided(self.whole)
        self._kinds = bytes(round.frame.kinds) if self.divided and round.frame_id else b""
        self._named = mask({Kind(kind) for kind in round.audience.get("kinds", ())})
        self._made: dict[frozenset[Kind], Questions] = {}

    def kinds(self, position: int) -> frozenset[Kind]:
        """What it was asked as: Gotland is no region in a round that asks the municipalities."""
        start = position * PLACE
        bits = int.from_bytes(self._kinds[start : start + PLACE], "little")
        return kinds_in(bits & self._named or bits)

    def at(self, position: int) -> Questions:
        return self.of([position])

    def of(self, positions: Iterable[int]) -> Questions:
        """What several bodies together are asked."""
        if not self.divided:
            return self.whole
        kinds = frozenset(kind for position in positions for kind in self.kinds(position))
        if kinds not in self._made:
            self._made[kinds] = for_body(self.whole, kinds)
        return self._made[kinds]


def questions_for(delivery) -> Questions:
    """What the body is asked; nothing for a round without questions."""
    return Views(delivery.round).at(delivery.position)


@dataclass(frozen=True)
class Asked:
    """What each body of a part was asked, and each county whose joint answer stands for its bodies; empty `bodies` where
    everyone is asked everything.
    """

    whole: Questions
    divided: bool
    bodies: Mapping[int, Questions] = field(default_factory=dict)
    nodes: Mapping[int, Questions] = field(default_factory=dict)

    def view(self, body: int) -> Questions:
        return self.nodes.get(body) or self.bodies.get(body, self.whole)

    def section_ids(self, body: int) -> set[str]:
        return {section.id for section in self.view(body).sections}


def asked_in(round, within, joints=()) -> Asked:
    """`within` as in queries/part, `joints` as in domain/joint. One query, and none where nothing is divided."""
    views = Views(round)
    if not views.divided:
        return Asked(views.whole, divided=False)
    places = dict(Delivery.objects.filter(within, round=round).values_list("body_id", "position"))
    bodies = {body: views.at(place) for body, place in places.items()}
    nodes = {joint.node: views.of(places[body] for body in joint.covers if body in places) for joint in joints}
    return Asked(views.whole, divided=True, bodies=bodies, nodes=nodes)


def kinds_unasked(round) -> list[Kind]:
    """Kinds of receivers in the frame whom no question is put to, in the order of Kind; a body of two kinds is asked as
    either.
    """
    views = Views(round)
    asked = {views.kinds(place) for place in range(round.frame.size)} if views.divided else set()
    silent = {kind for kinds in asked if not len(for_body(views.whole, kinds)) for kind in kinds}
    return [kind for kind in Kind if kind in silent]
