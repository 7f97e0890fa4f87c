"""Where a contract stands. What is stored are the acts; the state follows from them and from the day."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class ContractState(StrEnum):
    DRAFT = "draft"
    PROPOSED = "proposed"  # waits for every party
    PARTLY_SIGNED = "partly_signed"
    SIGNED = "signed"  # by all; its first day has not come
    IN_FORCE = "in_force"
    ENDED = "ended"
    REPLACED = "replaced"


class ContractAct(StrEnum):
    EDIT = "edit"
    PROPOSE = "propose"
    SIGN = "sign"
    SEND_BACK = "send_back"
    SEAL = "seal"
    UPLOAD_COPY = "upload_copy"
    SUBCONTRACT = "subcontract"
    ACCOUNT = "account"
    REPLACE = "replace"
    END = "end"


WAITING = frozenset({ContractState.PROPOSED, ContractState.PARTLY_SIGNED})
BINDING = frozenset({ContractState.SIGNED, ContractState.IN_FORCE})
OVER = frozenset({ContractState.ENDED, ContractState.REPLACED})


@dataclass(frozen=True)
class Acts:
    """`signed` of `parties` have signed the text that was proposed. `starts` in, `ends` out: half-open Swedish days."""

    proposed: bool
    signed: int
    parties: int
    starts: dt.date
    ends: dt.date
    replaced: bool = False


def state_of(acts: Acts, day: dt.date) -> ContractState:
    """A contract that nobody has signed by its last day is still waiting: time alone signs and ends nothing unsigned."""
    if not acts.proposed:
        return ContractState.DRAFT
    if acts.signed < acts.parties:
        return ContractState.PARTLY_SIGNED if acts.signed else ContractState.PROPOSED
    if acts.replaced:
        return ContractState.REPLACED
    if day >= acts.ends:
        return ContractState.ENDED
    return ContractState.IN_FORCE if day >= acts.starts else ContractState.SIGNED
