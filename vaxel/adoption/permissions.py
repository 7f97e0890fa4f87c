"""Who may. What is known of a body is its own first: others see the open steps, and names only where told here."""

from dataclasses import dataclass

from django.db.models import Q

from vaxel.accounts.access import Rule
from vaxel.adoption.models import NeedSet, PeerCheck, Retirement, Thing
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Body
from vaxel.rounds.models import Round
from vaxel.rounds.models.reading import OWN_ARENA
from vaxel.rounds.permissions import ACTING, SENDING, acts_at, reads_as_sender, require

__all__ = ["require"]

DECIDING = SENDING | {Role.APPROVER}


def creates_thing(actor) -> bool:
    return actor.is_system or actor.role in SENDING


def edits_thing(actor, thing) -> bool:
    """Whoever answers for it: the owner's own mandates."""
    return acts_at(actor, thing.owner_id, SENDING)


def decides_on(actor, thing) -> bool:
    """The owner's. That it takes two persons is seen to in the command."""
    return acts_at(actor, thing.owner_id, DECIDING)


def registers(actor, body_id) -> bool:
    return acts_at(actor, body_id, ACTING)


def reads_own(actor, body_id) -> bool:
    """The body's own, by any mandate held today: what it has registered, also what nobody else sees yet."""
    return actor.is_system or body_id in actor.body_ids


def proposes(actor) -> bool:
    """Anyone with a mandate may propose that a method be retired."""
    return actor.is_system or actor.current is not None


@dataclass(frozen=True)
class Names:
    """Of which bodies the open stages may be shown by name: all, or those at or below some nodes."""

    everyone: bool
    nodes: tuple[int, ...] = ()

    def __bool__(self):
        return self.everyone or bool(self.nodes)


def names_seen(actor, thing) -> Names:
    """Who answers for the thing and who has sent it see all; a county (for units: a principal) what lies in it."""
    if actor.is_system or thing.owner_id in actor.body_ids or _has_sent(actor, thing):
        return Names(everyone=True)
    own = Body.objects.filter(pk__in=actor.body_ids, kind__in=OWN_ARENA)
    return Names(everyone=False, nodes=tuple(own.order_by("pk").values_list("pk", flat=True)))


def _has_sent(actor, thing):
    bodies = actor.body_ids
    if not bodies:
        return False
    sent = Round.objects.filter(spreads__thing=thing).exclude(sent_at=None)
    return sent.filter(Q(owner__in=bodies) | Q(senders__body__in=bodies)).exists()


def links_round(actor, thing, round) -> bool:
    return edits_thing(actor, thing) and reads_as_sender(actor, round)


# -- addresses -------------------------------------------------------------------------------------------------------


def _thing_rule(name, predicate):
    def allows(request, thing, **_parts):
        found = Thing.objects.filter(pk=thing).first()
        return found is not None and predicate(request.actor, found)

    return Rule(name, allows)


def _check_rule(name, predicate):
    def allows(request, check, **_parts):
        found = PeerCheck.objects.filter(pk=check).first()
        return found is not None and predicate(request.actor, found)

    return Rule(name, allows)


def _reads_need_draft(request, need_set, **_parts):
    found = NeedSet.objects.select_related("thing").filter(pk=need_set).first()
    return found is not None and edits_thing(request.actor, found.thing)


def _retirement_rule(name, predicate):
    def allows(request, retirement, **_parts):
        found = Retirement.objects.select_related("thing").filter(pk=retirement).first()
        return found is not None and predicate(request.actor, found.thing)

    return Rule(name, allows)


CREATES_THING = Rule("creates_thing", lambda request, **_: creates_thing(request.actor))
EDITS_THING = _thing_rule("edits_thing", edits_thing)
PROPOSES = _thing_rule("proposes_retirement", lambda actor, thing: proposes(actor))
READS_OWN = Rule("reads_own_adoption", lambda request, body, **_: reads_own(request.actor, body))
REGISTERS = Rule("registers_adoption", lambda request, body, **_: registers(request.actor, body))
EDITS_NEED = Rule("edits_need", _reads_need_draft)
READS_CHECK = _check_rule(
    "reads_check", lambda actor, check: reads_own(actor, check.body_id) or reads_own(actor, check.peer_id)
)
DECIDES_RETIREMENT = _retirement_rule("decides_retirement", decides_on)
