"""Contracts in a list: one row each, with who has signed and the three shares, in the same few queries however many."""

from dataclasses import dataclass

from vaxel.calendar.clock import today
from vaxel.funding.domain.contract_state import WAITING, ContractState
from vaxel.funding.models import Contract
from vaxel.funding.queries.contract_standing import Standing, standings
from vaxel.funding.queries.shares import Shares, shares_of
from vaxel.network.queries.asof import at


@dataclass(frozen=True)
class ContractRow:
    """`mine`: the reader's own body is a party that has not signed what waits."""

    id: int
    number: str
    name: str
    total_ore: int
    state: ContractState
    signed: int
    parties: int
    shares: Shares | None
    parent: int | None
    mine: bool
    agreement: str

    @property
    def complete(self) -> bool:
        return self.state not in {ContractState.DRAFT, *WAITING}


def contract_rows(contracts, actor) -> list[ContractRow]:
    """Of contracts that the actor may see; whom each is for by the name of today."""
    found = standings(contracts.select_related("agreement").order_by("parent_id", "pk"))
    names = at(today()).names([one.contract.body_id for one in found.values()])
    shares = shares_of(found.values())
    rows = [_row(one, names, shares[one.contract.pk], actor.body_id) for one in found.values()]
    return sorted(rows, key=lambda row: (row.name, row.id))


def _row(one: Standing, names, shares, body_id) -> ContractRow:
    return ContractRow(
        id=one.contract.pk,
        number=one.contract.number,
        name=names.get(one.contract.body_id, ""),
        total_ore=one.version.total_ore,
        state=one.state,
        signed=len(one.signatures),
        parties=len(one.parties),
        shares=shares,
        parent=one.contract.parent_id,
        mine=one.state in WAITING and any(party.body_id == body_id for party in one.unsigned),
        agreement=one.contract.agreement.name,
    )


def of_agreement(agreement, actor) -> list[ContractRow]:
    """Those that lie straight under it, and of replaced ones only the latest."""
    return contract_rows(
        Contract.objects.visible_to(actor).filter(agreement=agreement, parent=None, replaced_at=None), actor
    )


def of_body(actor) -> list[ContractRow]:
    """Where one's own body signs or writes, whatever the agreement."""
    if actor.current is None:
        return []
    own = Contract.objects.visible_to(actor).filter(replaced_at=None)
    return contract_rows(
        (own.filter(parties__body=actor.body_id) | own.filter(drafter=actor.body_id)).distinct(), actor
    )
