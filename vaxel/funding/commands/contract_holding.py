"""A contract as it stands, held until the transaction ends: two who sign at once come one after the other."""

from vaxel.funding import policies
from vaxel.funding.domain.contract_state import ContractAct
from vaxel.funding.models import Contract
from vaxel.funding.queries.contract_standing import Standing, standing


def held(contract, act: ContractAct | None = None) -> Standing:
    """Refuses the act if its state, read under the lock, does not allow it."""
    found = (
        Contract.objects.select_for_update(of=("self",), no_key=True)
        .select_related("agreement", "stream", "parent")
        .get(pk=contract.pk)
    )
    now = standing(found)
    if act is not None:
        policies.allow_contract(act, now.state)
    return now
