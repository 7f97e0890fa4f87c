"""Who may. Whoever writes an agreement, pays and assesses are separate; a receiver acts for itself alone."""

from vaxel.accounts.access import Rule
from vaxel.funding.models import Agreement
from vaxel.network.domain.kinds import Role
from vaxel.rounds.permissions import ACTING, acts_at, require

__all__ = ["require"]

WRITING = frozenset({Role.SECRETARIAT, Role.CONTROLLER, Role.COORDINATOR})
DECIDING = WRITING | {Role.APPROVER}
JUDGING = frozenset({Role.CONTROLLER, Role.APPROVER, Role.SECRETARIAT})


def writes_agreements(actor) -> bool:
    """A national secretariat or an agency writes agreements of its own; later a county may."""
    return actor.is_system or actor.role in {Role.SECRETARIAT, Role.CONTROLLER}


def edits_agreement(actor, agreement) -> bool:
    return acts_at(actor, agreement.owner_id, WRITING)


def decides_agreement(actor, agreement) -> bool:
    """At the owner. That it takes two persons is seen to in the command."""
    return acts_at(actor, agreement.owner_id, DECIDING)


def reads_agreement(actor, agreement) -> bool:
    return Agreement.objects.visible_to(actor).filter(pk=agreement.pk).exists()


def pays(actor, agreement) -> bool:
    return agreement.payer_id is not None and acts_at(actor, agreement.payer_id, ACTING)


def assesses(actor, agreement) -> bool:
    """Only who pays may judge, and only against the conditions: the assessor the agreement names, in its mandate."""
    return agreement.assessor_id is not None and acts_at(actor, agreement.assessor_id, JUDGING)


def follows_money(actor, agreement) -> bool:
    """Names of those who have not requisitioned or accounted: who writes the agreement, pays, orders or assesses."""
    near = {agreement.owner_id, agreement.payer_id, agreement.orderer_id, agreement.assessor_id}
    return actor.is_system or bool(near & actor.body_ids)


def receives_for(actor, body_id) -> bool:
    """Requisitions, accounts, agrees to pool: the body itself, by the mandate in use."""
    return acts_at(actor, body_id, ACTING)


# -- addresses -------------------------------------------------------------------------------------------------------


def _agreement_rule(name, predicate):
    def allows(request, agreement, **_parts):
        found = Agreement.objects.filter(pk=agreement).first()
        return found is not None and predicate(request.actor, found)

    return Rule(name, allows)


WRITES_AGREEMENTS = Rule("writes_agreements", lambda request, **_: writes_agreements(request.actor))
READS_MONEY = _agreement_rule("reads_money_agreement", reads_agreement)
EDITS_MONEY = _agreement_rule("edits_money_agreement", edits_agreement)
DECIDES_MONEY = _agreement_rule("decides_money_agreement", decides_agreement)
ASSESSES = _agreement_rule("assesses_money", assesses)
FOLLOWS_MONEY = _agreement_rule("follows_money", follows_money)
