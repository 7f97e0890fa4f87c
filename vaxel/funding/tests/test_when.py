"""When an agreement, a pool and a contract may be changed: never once somebody has decided or signed it."""

import pytest

from vaxel.funding.domain.contract_state import ContractAct, ContractState
from vaxel.funding.domain.life import AgreementAct, AgreementState
from vaxel.funding.domain.pool_state import PoolAct, PoolState
from vaxel.funding.policies import allow, allow_contract, allow_pool, why_not, why_not_contract, why_not_pool
from vaxel.ui.refusal import Refusal

YES = None

NOTHING_TO_DECIDE = "Det finns inget att besluta än"
WAITS_FOR_DECISION = "Överenskommelsen väntar på beslut"
EDIT_INSTEAD = "Överenskommelsen är inte beslutad än: ändra den"
FROZEN = "Överenskommelsen är beslutad och går inte att ändra"
HAS_A_LATER = "En senare version har ersatt den här"

AGREEMENT = ("edit", "prepare", "delete", "send_back", "confirm", "replace")
AGREEMENTS = {
    "draft": (YES, YES, YES, NOTHING_TO_DECIDE, NOTHING_TO_DECIDE, EDIT_INSTEAD),
    "prepared": (WAITS_FOR_DECISION, WAITS_FOR_DECISION, WAITS_FOR_DECISION, YES, YES, EDIT_INSTEAD),
    "decided": (FROZEN, FROZEN, FROZEN, FROZEN, FROZEN, YES),
    "replaced": (HAS_A_LATER,) * 6,
}

NOT_PUT_TO_THEM = "Den är inte föreslagen för parterna än"
PUT_TO_THEM = "Den är föreslagen för parterna. Kalla tillbaka"
MONEY_HAS_MOVED = "Alla parter har gått med på den"
TAKEN_BACK = "Den är återtagen"

POOL = ("edit", "propose", "answer", "call_back", "withdraw")
POOLS = {
    "draft": (YES, YES, NOT_PUT_TO_THEM, NOT_PUT_TO_THEM, YES),
    "proposed": (PUT_TO_THEM, PUT_TO_THEM, YES, YES, YES),
    "agreed": (MONEY_HAS_MOVED,) * 5,
    "withdrawn": (TAKEN_BACK,) * 5,
}

DRAFT = "Avtalet är ett utkast"
PUT_FORWARD = "Avtalet är framlagt för underskrift"
UNSIGNED = "Avtalet är inte undertecknat av alla parter än"
SIGNED = "Avtalet är undertecknat av alla parter"
ENDED = "Avtalet har upphört"
NEWER = "Avtalet är ersatt av ett nyare"

CONTRACT = ("edit", "propose", "sign", "send_back", "upload_copy", "subcontract", "seal", "account", "replace", "end")
CONTRACTS = {
    "draft": (YES, YES, *[DRAFT] * 4, *[UNSIGNED] * 4),
    "proposed": (PUT_FORWARD, PUT_FORWARD, YES, YES, YES, YES, *[UNSIGNED] * 4),
    "partly_signed": (PUT_FORWARD, PUT_FORWARD, YES, YES, YES, YES, *[UNSIGNED] * 4),
    "signed": (*[SIGNED] * 4, YES, YES, YES, YES, YES, YES),
    "in_force": (*[SIGNED] * 4, YES, YES, YES, YES, YES, YES),
    "ended": (*[ENDED] * 6, YES, YES, YES, ENDED),
    "replaced": (*[NEWER] * 6, YES, NEWER, NEWER, NEWER),
}

TABLES = [
    (why_not, AgreementState, AgreementAct, AGREEMENT, AGREEMENTS),
    (why_not_pool, PoolState, PoolAct, POOL, POOLS),
    (why_not_contract, ContractState, ContractAct, CONTRACT, CONTRACTS),
]


@pytest.mark.parametrize(("rule", "states", "acts", "columns", "rows"), TABLES)
def test_what_may_be_done_and_the_sentence_that_refuses_the_rest(rule, states, acts, columns, rows):
    assert (set(rows), set(columns)) == (set(states), set(acts))
    for state, row in rows.items():
        for act, expected in zip(columns, row, strict=True):
            why = rule(state, act)
            assert (why is None) == (expected is None), (state, act)
            assert why is None or str(why).startswith(expected), (state, act)


@pytest.mark.parametrize(
    ("asked", "may", "may_not", "sentence"),
    [
        (allow, ("edit", "draft"), ("edit", "prepared"), WAITS_FOR_DECISION),
        (allow_pool, ("answer", "proposed"), ("answer", "draft"), NOT_PUT_TO_THEM),
        (allow_contract, ("sign", "proposed"), ("sign", "in_force"), SIGNED),
    ],
)
def test_what_may_not_be_done_now_is_a_conflict_with_its_sentence(asked, may, may_not, sentence):
    assert asked(*may) is None
    with pytest.raises(Refusal, match=sentence) as no:
        asked(*may_not)
    assert no.value.status == 409
