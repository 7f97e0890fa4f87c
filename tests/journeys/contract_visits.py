"""Contracts to open, beside the example year's: Falun's with the secretariat, a draft, one put forward, one signed."""

import datetime as dt

from vaxel.calendar import clock
from vaxel.funding.commands.contract_drafting import draft_contracts, edit_contract
from vaxel.funding.commands.contract_sealing import seal_contract
from vaxel.funding.commands.contract_signing import propose_contract
from vaxel.funding.domain.conditions import ConditionKind
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.domain.terms import Allocation, Receivers
from vaxel.funding.models import Agreement, Condition, ContractSignature, Decision, Grant, Stream
from vaxel.funding.queries.contract_standing import standing
from vaxel.funding.queries.shares import terms_of
from vaxel.network.actor import SYSTEM
from vaxel.network.models import Body, Mandate

SUM = 6_000_000_00


def contract_visits(falun, secretariat, anyone):
    """Who → addresses, as visits.py has them: a last text is what stands after the question mark."""
    draft, proposed, signed = _contracts(Body.objects.get(pk=falun), Body.objects.get(pk=secretariat))
    now = standing(draft)
    edit_contract(draft, now.version.words, terms_of(now.version), by=SYSTEM, seen=1, why="Ny lydelse")
    propose_contract(proposed, by=SYSTEM)
    _sign(propose_contract(signed, by=SYSTEM))
    sealed = seal_contract(signed, by=SYSTEM)
    return {
        anyone: [("contract_verify",), ("contract_known", sealed.sha256, "")],
        "secretariat": [
            ("contracts", draft.agreement_id),
            ("contracts_own",),
            ("contract", draft.pk),
            ("contract", signed.pk),
            ("contract_edit", draft.pk),
            ("contract_versions", draft.pk),
            ("contract_copy", proposed.pk),
        ],
        "contact": [
            ("contracts_own",),
            ("contract", proposed.pk),
            ("contract_part", proposed.pk),
            ("contract_account", signed.pk),
        ],
    }


def _contracts(falun, secretariat):
    year = clock.today().year
    roles = dict.fromkeys(("owner", "orderer", "payer", "assessor"), secretariat)
    agreement = Agreement.objects.create(
        year=year, name="Avtalens överenskommelse", reference="3500", state=AgreementState.DECIDED, **roles
    )
    Condition.objects.create(
        agreement=agreement, kind=ConditionKind.MUNICIPAL_SHARE, text="Minst 30 procent", least_percent=30
    )
    decision = Decision.objects.create(
        agreement=agreement, version="1", inputs={}, outputs={}, sha256="0" * 64, prepared_at=clock.now(),
        decided_at=clock.now(),
    )  # fmt: skip
    return [_contract(agreement, decision, falun, key) for key in ("utkast", "framlagt", "undertecknat")]


def _contract(agreement, decision, falun, key):
    stream = Stream.objects.create(
        agreement=agreement, key=key, title=f"samverkan, {key}", pot_ore=SUM, receivers=Receivers.MUNICIPALITY,
        allocation=Allocation.ENTERED,
    )  # fmt: skip
    Grant.objects.create(decision=decision, stream=stream, body=falun, share_ore=SUM)
    return draft_contracts(stream, by=SYSTEM)[0]


def _sign(contract):
    now = standing(contract)
    for party in now.parties:
        mandate = Mandate.objects.filter(body=party.body, person__isnull=False).order_by("pk").first()
        ContractSignature.objects.create(
            party=party, version=now.version, sha256=now.version.sha256, mandate=mandate,
            person_id=mandate.person.public_id, signed_on=clock.today() - dt.timedelta(days=1), signed_at=clock.now(),
        )  # fmt: skip
