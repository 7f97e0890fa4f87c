"""Where contracts stand, many at once: their latest version, who has signed it, and the state that follows."""

from collections.abc import Iterable
from dataclasses import dataclass

from vaxel.calendar.clock import today
from vaxel.funding.domain.contract_state import Acts, ContractState, state_of
from vaxel.funding.models import Contract, ContractParty, ContractSignature, ContractVersion


@dataclass(frozen=True)
class Standing:
    """`parties` in the order they sign; `signatures` of the latest version, by party."""

    contract: Contract
    version: ContractVersion
    parties: tuple[ContractParty, ...]
    signatures: dict[int, ContractSignature]
    state: ContractState

    @property
    def unsigned(self) -> list[ContractParty]:
        return [party for party in self.parties if party.pk not in self.signatures]

    def party_of(self, body_id) -> ContractParty | None:
        return next((party for party in self.parties if party.body_id == body_id), None)


def standing(contract) -> Standing:
    return standings([contract])[contract.pk]


def standings(contracts: Iterable[Contract]) -> dict[int, Standing]:
    """Three queries however many."""
    contracts = list(contracts)
    ids = [one.pk for one in contracts]
    versions = {one.contract_id: one for one in ContractVersion.objects.filter(contract__in=ids).order_by("number")}
    parties: dict[int, list] = {one: [] for one in ids}
    for party in ContractParty.objects.filter(contract__in=ids).select_related("body"):
        parties[party.contract_id].append(party)
    signed: dict[int, dict] = {one: {} for one in ids}
    latest = [one.pk for one in versions.values()]
    for one in ContractSignature.objects.filter(version__in=latest).select_related("party", "mandate"):
        signed[one.party.contract_id][one.party_id] = one
    return {one.pk: _standing(one, versions[one.pk], tuple(parties[one.pk]), signed[one.pk]) for one in contracts}


def _standing(contract, version, parties, signatures):
    acts = Acts(
        proposed=contract.proposed_at is not None,
        signed=len(signatures),
        parties=len(parties),
        starts=version.starts,
        ends=min(contract.ended_on or version.ends, version.ends),
        replaced=contract.replaced_at is not None,
    )
    return Standing(contract, version, parties, signatures, state_of(acts, today()))
