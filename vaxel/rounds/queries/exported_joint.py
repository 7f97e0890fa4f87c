"""The joint answers of an export: a line of their own as adopted, and every file of such a round names its basis."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from vaxel.network.queries.asof import at
from vaxel.rounds.domain.basis import Basis
from vaxel.rounds.domain.joint import Joint
from vaxel.rounds.models import JointVersion
from vaxel.rounds.permissions import reads_joint
from vaxel.rounds.queries.joint import counting


@dataclass(frozen=True)
class Joined:
    """`told`: the round has a joint answer, so the file says which basis it stands on."""

    told: bool = False
    basis: Basis = Basis.ANSWERED
    joints: tuple[Joint, ...] = ()
    names: dict[int, str] = field(default_factory=dict)

    @property
    def head(self):
        return [_("Räknas")] if self.told else []

    @property
    def word(self):
        if not self.told:
            return []
        return [_("som antaget") if self.basis == Basis.ADOPTED else _("som besvarat")]

    @property
    def covered(self) -> set[int]:
        """Bodies whose own answer does not stand in this file."""
        return {body for joint in self.joints for body in joint.covers}

    def lines(self, inside, values_of):
        """One for each joint answer that lies whole in the part and may be read; `values_of(values)` gives its cells."""
        for joint in self.joints:
            if joint.covers <= inside and joint.node in self.names:
                name = self.names[joint.node]
                title = _("%(county)s, gemensamt") % {"county": name}
                yield ["", title, name, _("gemensamt svar"), None, None, *self.word, *values_of(joint.values)]


def joined(round, actor, basis) -> Joined:
    if not JointVersion.objects.filter(joint__round=round).exists():
        return Joined()
    joints = tuple(counting(round)) if basis == Basis.ADOPTED else ()
    nodes = [joint.node for joint in joints if reads_joint(actor, round, joint.node)]
    return Joined(True, basis, joints, at(round.frame.as_of).names(nodes) if nodes else {})
