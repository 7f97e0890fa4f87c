"""Who may change what in the network. Rights come from the mandate in use and the ties of that day, nothing else."""

from django.db.models import Exists, OuterRef, Q

from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.network.models import Body, Closure, Tie

MANAGING = frozenset({Role.SECRETARIAT, Role.COORDINATOR, Role.CONTACT})


def may_manage(actor, body_id, day) -> bool:
    """May the actor, that day, change this body: its units, its people, its names and where it belongs?

    The secretariat manages the whole nation, in every tree; a coordinator or a contact its own body and what lies
    below it in the governance tree. Approval is another matter: managing gives no right to decide an answer.
    """
    if actor.is_system:
        return True
    if actor.current is None or actor.role not in MANAGING:
        return False
    return Body.objects.filter(id=body_id).filter(_managed_by(actor, day)).exists()


def manageable(actor, day):
    """All bodies for which `may_manage` says yes, as a QuerySet."""
    if actor.is_system:
        return Body.objects.all()
    if actor.current is None or actor.role not in MANAGING:
        return Body.objects.none()
    return Body.objects.filter(_managed_by(actor, day))


def _managed_by(actor, day):
    below = Closure.objects.at(day).filter(descendant=OuterRef("pk"), ancestor__in=_scope(actor, day))
    if actor.role != Role.SECRETARIAT:
        below = below.filter(tree=Tree.GOVERNANCE)
    return Q(pk__in=_scope(actor, day)) | Q(Exists(below))


def _scope(actor, day):
    """The bodies at the top of the actor's part: its own, and for the secretariat the nation it works for."""
    if actor.role != Role.SECRETARIAT:
        return [actor.body_id]
    nations = Tie.objects.at(day).filter(child=actor.body_id, parent__kind=Kind.NATION)
    return [actor.body_id, *nations.values_list("parent_id", flat=True)]
