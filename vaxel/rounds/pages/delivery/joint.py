"""A body's part in its county's joint answer, as its own page tells it."""

from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.composed import seldom
from vaxel.network.queries.asof import at
from vaxel.rounds import permissions
from vaxel.rounds.models import JointAnswer
from vaxel.rounds.pages.delivery.stage import Stage
from vaxel.rounds.queries.joint import proposed


def joint_of(delivery):
    """What is put forward for this part; None for most."""
    found = next(iter(joint_over(delivery.pk)), None)
    shown = proposed(found) if found else None
    return shown if shown and shown.of(delivery.body_id) else None


@seldom
def joint_over(delivery_id):
    covering = JointAnswer.objects.select_related("round__frame").filter(versions__covers__delivery=delivery_id)
    return covering.order_by("pk")[:1]


def joint_context(actor, delivery, joint):
    if joint is None or not permissions.reads_joint(actor, delivery.round, joint.node_id):
        return {}
    return {
        "joint": joint,
        "joint_party": joint.of(delivery.body_id),
        "joint_signs": permissions.adopts(actor, delivery),
    }


def has_adopted(delivery, joint):
    party = joint and joint.of(delivery.body_id)
    return bool(party and party.adopted)


def jointly_said(delivery, stage, joint, *, own):
    """The page's sentence once the joint answer counts; empty else."""
    if not has_adopted(delivery, joint) or not joint.counts or (own and stage not in (Stage.SENT, Stage.CLOSED)):
        return ""
    if own:
        return _("Er del är besvarad gemensamt.")
    body = at(today()).names([delivery.body_id]).get(delivery.body_id, "")
    return _("%(body)s har svarat gemensamt med länet.") % {"body": body}
