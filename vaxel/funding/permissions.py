"""Who may. Whoever writes an agreement, pays and assesses are separate; a receiver acts for itself alone."""

from vaxel.accounts.access import Rule
from vaxel.calendar.clock import today
from vaxel.funding.models import Agreement, Contract, Pool, PoolPart, RepaymentClaim
from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.network.models import Body, Closure
from vaxel.network.permissions import drafts_agreement, signs_for
from vaxel.rounds.models.reading import OWN_ARENA
from vaxel.rounds.permissions import ACTING, SENDING, acts_at, require

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


def calls_for_requisitions(actor, agreement) -> bool:
    """Whoever pays, or has written the agreement, asks the receivers."""
    return any(acts_at(actor, body, SENDING) for body in (agreement.payer_id, agreement.owner_id) if body)


def calls_for_accounts(actor, agreement) -> bool:
    """The same ask what became of it."""
    return calls_for_requisitions(actor, agreement)


def assesses(actor, agreement) -> bool:
    """Only who pays may judge, and only against the conditions: the assessor the agreement names, in its mandate."""
    return agreement.assessor_id is not None and acts_at(actor, agreement.assessor_id, JUDGING)


def follows_money(actor, agreement) -> bool:
    """Names of those who have not requisitioned or accounted: who writes the agreement, pays, orders or assesses."""
    near = {agreement.owner_id, agreement.payer_id, agreement.orderer_id, agreement.assessor_id}
    return actor.is_system or bool(near & actor.body_ids)


def seen_by_name(actor, agreement, body_ids) -> set[int]:
    """Of these receivers, those whose state the reader may see by name: all, the own ones, and the own county's."""
    bodies = set(body_ids)
    if follows_money(actor, agreement):
        return bodies
    counties = Body.objects.filter(pk__in=actor.body_ids, kind__in=OWN_ARENA).values("pk")
    under = Closure.objects.at(today()).filter(tree=Tree.GOVERNANCE, ancestor__in=counties)
    return bodies & (actor.body_ids | set(under.values_list("descendant", flat=True)))


def reads_requisition(actor, agreement, body_id) -> bool:
    return reads_agreement(actor, agreement) and bool(seen_by_name(actor, agreement, [body_id]))


def reads_account(actor, agreement, body_id) -> bool:
    return reads_requisition(actor, agreement, body_id)


def receives_for(actor, body_id) -> bool:
    """Requisitions, accounts, agrees to pool: the body itself, by the mandate in use."""
    return acts_at(actor, body_id, ACTING)


def sees_use(actor, body_id, agreement) -> bool:
    """What was granted is public. What became of it: the body itself, its county, and who gives and follows the money."""
    return sees_own_money(actor, body_id) or follows_money(actor, agreement)


def sees_own_money(actor, body_id) -> bool:
    """All the body's money, of whatever agreement: by any mandate held today at the body or at the county above it."""
    if actor.is_system or body_id in actor.body_ids:
        return True
    above = Closure.objects.at(today()).filter(descendant=body_id, ancestor__in=actor.body_ids)
    return above.filter(tree=Tree.GOVERNANCE, ancestor__kind=Kind.COUNTY).exists()


def pools_at(actor, owner) -> bool:
    """A county's own coordinator; a fee, whoever gives the service. That the county may is asked of its agreement."""
    if owner.kind == Kind.COUNTY:
        return drafts_agreement(actor, owner.pk)
    return acts_at(actor, owner.pk, ACTING)


def sees_pool(actor, pool) -> bool:
    """The owner and the host; the parties, once it is put to them."""
    if actor.is_system or {pool.owner_id, pool.host_id} & actor.body_ids:
        return True
    return pool.proposed_at is not None and pool.parts.filter(body__in=actor.body_ids).exists()


def answers_part(actor, part) -> bool:
    """Each party for itself alone, by whoever signs there."""
    return signs_for(actor, part.body)


def writes_proposal(actor, county_id) -> bool:
    return drafts_agreement(actor, county_id)


def reads_proposal(actor, county_id) -> bool:
    """The county and those in it: its region and its municipalities decide on it."""
    if actor.is_system or county_id in actor.body_ids:
        return True
    below = Closure.objects.at(today()).filter(ancestor=county_id, descendant__in=actor.body_ids)
    return below.filter(tree=Tree.GOVERNANCE).exists()


# -- contracts -------------------------------------------------------------------------------------------------------

DRAFTING = WRITING | {Role.CONTACT}


def drafts_contracts(actor, agreement) -> bool:
    """The orderer, or whoever writes the agreement."""
    return edits_agreement(actor, agreement) or (
        agreement.orderer_id is not None and acts_at(actor, agreement.orderer_id, WRITING)
    )


def edits_contract(actor, contract) -> bool:
    return acts_at(actor, contract.drafter_id, DRAFTING)


def reads_contract(actor, contract) -> bool:
    return Contract.objects.visible_to(actor).filter(pk=contract.pk).exists()


def signs_contract(actor, body) -> bool:
    """Each party for itself, by whom it signs elsewhere too; a national secretariat by its own mandate."""
    return signs_for(actor, body) or (actor.body_id == body.pk and actor.role == Role.SECRETARIAT)


def party_to(actor, contract):
    """The party that the mandate in use may sign for; None for everybody else."""
    party = contract.parties.select_related("body").filter(body=actor.body_id).first() if actor.current else None
    return party if party is not None and signs_contract(actor, party.body) else None


def shares_out(actor, contract) -> bool:
    """A party that receives the money agrees with others about parts of it; so does not the payer."""
    if actor.current is None or actor.body_id == contract.payer_id:
        return False
    return contract.parties.filter(body=actor.body_id).exists() and acts_at(actor, actor.body_id, ACTING | DRAFTING)


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


def _requisition_allows(request, agreement, body, **_parts):
    found = Agreement.objects.filter(pk=agreement).first()
    return found is not None and reads_requisition(request.actor, found, body)


READS_REQUISITION = Rule("reads_requisition", _requisition_allows)
CALLS_FOR_REQUISITIONS = _agreement_rule("calls_for_requisitions", calls_for_requisitions)


def _account_allows(request, agreement, body, **_parts):
    found = Agreement.objects.filter(pk=agreement).first()
    return found is not None and reads_account(request.actor, found, body)


READS_ACCOUNT = Rule("reads_account", _account_allows)
CALLS_FOR_ACCOUNTS = _agreement_rule("calls_for_accounts", calls_for_accounts)
ASSESSES = _agreement_rule("assesses_money", assesses)
FOLLOWS_MONEY = _agreement_rule("follows_money", follows_money)


def _pool_rule(name, predicate):
    def allows(request, pool, **_parts):
        found = Pool.objects.select_related("owner").filter(pk=pool).first()
        return found is not None and predicate(request.actor, found)

    return Rule(name, allows)


def _pools_at(request, owner, **_parts):
    found = Body.objects.filter(pk=owner).first()
    return found is not None and pools_at(request.actor, found)


def _answers_part(request, pool, **_parts):
    part = PoolPart.objects.filter(pool=pool, body=request.actor.body_id).select_related("body", "pool").first()
    return part is not None and part.pool.proposed_at is not None and answers_part(request.actor, part)


def _claim_rule(name, predicate):
    def allows(request, claim, **_parts):
        found = RepaymentClaim.objects.select_related("entry__stream__agreement").filter(pk=claim).first()
        return found is not None and predicate(request.actor, found.entry)

    return Rule(name, allows)


SEES_LEDGER = Rule("sees_own_money", lambda request, body, **_: sees_own_money(request.actor, body))
OWN_MONEY = Rule("enters_own_money", lambda request, body, **_: receives_for(request.actor, body))
POOLS_AT = Rule("makes_pools", _pools_at)
EDITS_POOL = _pool_rule("edits_pool", lambda actor, pool: pools_at(actor, pool.owner))
SEES_POOL = _pool_rule("sees_pool", sees_pool)
ANSWERS_PART = Rule("answers_pool_part", _answers_part)
READS_PROPOSAL = Rule("reads_proposal", lambda request, county, **_: reads_proposal(request.actor, county))
WRITES_PROPOSAL = Rule("writes_proposal", lambda request, county, **_: writes_proposal(request.actor, county))
SEES_CLAIM = _claim_rule("sees_claim", lambda actor, entry: sees_use(actor, entry.source_id, entry.stream.agreement))


def _contract_rule(name, predicate):
    def allows(request, contract, **_parts):
        found = Contract.objects.filter(pk=contract).first()
        return found is not None and reads_contract(request.actor, found) and predicate(request.actor, found)

    return Rule(name, allows)


READS_CONTRACTS = _agreement_rule("reads_contracts_of", reads_agreement)
DRAFTS_CONTRACTS = _agreement_rule("drafts_contracts", drafts_contracts)
READS_CONTRACT = _contract_rule("reads_contract", lambda actor, contract: True)
EDITS_CONTRACT = _contract_rule("edits_contract", edits_contract)
SHARES_OUT = _contract_rule("shares_out_contract", shares_out)
KEEPS_COPIES = _contract_rule(
    "keeps_signed_copies", lambda actor, contract: edits_contract(actor, contract) or bool(party_to(actor, contract))
)
