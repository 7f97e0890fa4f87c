"""The 30 % rule of contracts: planned, agreed and accounted, each asked by itself (S0 app. 4, Resurser)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from vaxel.calendar.clock import today
from vaxel.funding.domain.contract_state import BINDING, OVER, ContractState
from vaxel.funding.domain.contract_terms import ContractTerms
from vaxel.funding.domain.municipal_share import Checked, For, Stage, check
from vaxel.funding.models import Contract, ContractAccount, ContractVersion
from vaxel.funding.queries.contract_standing import Standing, standings

AGREED = BINDING | OVER - {ContractState.REPLACED}


@dataclass(frozen=True)
class Shares:
    """`by`: the last day to have signed and shown the municipal contracts; None where the contract names none."""

    planned: Checked
    agreed: Checked
    accounted: Checked
    by: dt.date | None

    @property
    def needs_you(self) -> bool:
        """Said while something can still be done about it: the plan at once, the signed ones once the whole is signed."""
        if self.planned.holds is False or self.accounted.holds is False:
            return True
        return self.agreed.holds is False

    @property
    def days_left(self) -> int | None:
        return (self.by - today()).days if self.by else None


def terms_of(version: ContractVersion) -> ContractTerms:
    return ContractTerms(**{name: getattr(version, name) for name in ContractTerms.__dataclass_fields__})


def shares_of(main: Iterable[Standing]) -> dict[int, Shares | None]:
    """None where no least share is asked. Three more queries, and one for what is accounted, however many."""
    main = list(main)
    ids = [one.contract.pk for one in main]
    parts = standings(Contract.objects.filter(parent__in=ids))
    last = {one.contract_id: one for one in ContractAccount.objects.filter(contract__in=ids).order_by("pk")}
    return {one.contract.pk: _shares(one, parts.values(), last.get(one.contract.pk)) for one in main}


def _shares(one: Standing, parts, account) -> Shares | None:
    if one.version.least_percent is None:
        return None
    terms = terms_of(one.version)
    mine = [part for part in parts if part.contract.parent_id == one.contract.pk and part.state in AGREED]
    municipal = sum(part.version.total_ore for part in mine if part.contract.to == For.MUNICIPAL)
    whole = terms.total_ore if one.state in AGREED else 0
    used = (account.municipal_ore, account.used_ore) if account else (0, 0)
    return Shares(
        planned=check(Stage.PLANNED, terms.planned_municipal_ore, terms.total_ore, terms.least),
        agreed=check(Stage.AGREED, min(municipal, whole), whole, terms.least),
        accounted=check(Stage.ACCOUNTED, *used, terms.least),
        by=terms.municipal_by,
    )
