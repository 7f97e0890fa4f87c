"""A change below makes what was adopted stale, in the transaction that changes it.

Everyone who may do so holds things in one order: the joint answer, then its bodies' parts by position. Two municipalities
that change their answers at once then go one after the other, and never wait for each other in a ring.
"""

from vaxel.composed import composed
from vaxel.rounds.commands import steps
from vaxel.rounds.domain.state import Flag, Step
from vaxel.rounds.models import Delivery, JointAnswer, JointCover
from vaxel.rounds.queries.joint import proposed


def hold(delivery) -> JointAnswer | None:
    """The joint answer that covers this part, and all its parts, ours until the transaction ends; None without one."""
    covering = _covering(delivery.pk)
    joint = JointAnswer.objects.select_for_update(of=("self",)).filter(pk__in=covering).first() if covering else None
    if joint is not None:
        parties_held(joint)
    return joint


@composed
def _covering(delivery_id):
    return JointCover.objects.filter(delivery=delivery_id).values_list("version__joint", flat=True)


def parties_held(joint):
    covered = JointCover.objects.filter(version__joint=joint).values("delivery")
    rows = Delivery.objects.select_for_update(of=("self",)).filter(pk__in=covered).order_by("position")
    return list(rows)


def mark_outdated(joint, *, by, received_at, changed=None):
    """Each body that has adopted, and whose adoption no longer covers what is there. `changed` is the part that did
    (already written by the caller, who goes on holding the same row).
    """
    shown = joint and proposed(joint)
    for party in shown.covered if shown else ():
        if not party.stale:
            continue
        now = changed if changed and changed.pk == party.delivery_id else Delivery.objects.get(pk=party.delivery_id)
        if not now.state & Flag.STALE:
            steps.write(now, Step.OUTDATED, by=by, key=None, received_at=received_at)
