"""Money in the bodies' registers, beside the rounds it is asked for and accounted in: contracts, claims, judgements, pools."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.funding.models import (
    Contract,
    ContractAccount,
    ContractParty,
    ContractSignature,
    Pool,
    PoolPart,
    RepaymentClaim,
    SpendingJudgement,
)
from vaxel.rounds.registered import Item


def items(body):
    for each in (_contracts, _signatures, _accounts, _claims, _judgements, _pools):
        yield from each(body)


def _contract(at, what, contract, source, target):
    path = reverse("contract", args=[contract.pk])
    return Item(at, what, contract.agreement.name, source, target, contract.number, path)


def _contracts(body):
    mine = Q(drafter=body) | Q(parties__body=body)
    rows = Contract.objects.exclude(proposed_at=None).filter(mine).select_related("agreement").distinct()
    for one in rows:
        if one.drafter_id != body:
            yield _contract(one.proposed_at, _("Avtal att skriva under"), one, one.drafter_id, body)
            continue
        for target in ContractParty.objects.filter(contract=one).exclude(body=body).values_list("body", flat=True):
            yield _contract(one.proposed_at, _("Avtal att skriva under"), one, body, target)


def _signatures(body):
    rows = ContractSignature.objects.filter(Q(party__body=body) | Q(party__contract__drafter=body))
    for one in rows.select_related("party__contract__agreement"):
        contract = one.party.contract
        if one.party.body_id != contract.drafter_id:
            yield _contract(one.signed_at, _("Underskrift"), contract, one.party.body_id, contract.drafter_id)


def _accounts(body):
    rows = ContractAccount.objects.filter(Q(body=body) | Q(contract__payer=body))
    for one in rows.select_related("contract__agreement"):
        yield _contract(one.made_at, _("Redovisning av avtal"), one.contract, one.body_id, one.contract.payer_id)


def _claims(body):
    rows = RepaymentClaim.objects.select_related("entry__stream__agreement")
    for one in rows.filter(Q(entry__source=body) | Q(entry__stream__agreement__payer=body)):
        agreement = one.entry.stream.agreement
        path = reverse("repayment", args=[one.pk])
        ends = (agreement.payer_id, one.entry.source_id)
        yield Item(one.entry.entered_at, _("Återkrav"), agreement.name, *ends, f"K{one.pk}", path)


def _judgements(body):
    rows = SpendingJudgement.objects.select_related("spending__agreement")
    for one in rows.filter(Q(body=body) | Q(spending__agreement__assessor=body)):
        agreement = one.spending.agreement
        path = reverse("money_account_body", args=[agreement.pk, one.body_id])
        ends = (agreement.assessor_id, one.body_id)
        yield Item(one.at, _("Bedömning av redovisning"), agreement.name, *ends, f"B{one.pk}", path)


def _pools(body):
    proposed = Pool.objects.exclude(proposed_at=None)
    for one in proposed.filter(Q(owner=body) | Q(parts__body=body)).distinct():
        target = None if one.owner_id == body else body
        yield Item(
            one.proposed_at,
            _("Förslag till pott"),
            one.title,
            one.owner_id,
            target,
            f"P{one.pk}",
            reverse("pool", args=[one.pk]),
        )
    rows = PoolPart.objects.exclude(answered_at=None).filter(Q(body=body) | Q(pool__owner=body)).select_related("pool")
    for one in rows:
        if one.body_id != one.pool.owner_id:
            path = reverse("pool", args=[one.pool_id])
            yield Item(
                one.answered_at,
                _("Svar om pott"),
                one.pool.title,
                one.body_id,
                one.pool.owner_id,
                f"P{one.pool_id}",
                path,
            )
