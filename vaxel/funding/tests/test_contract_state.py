"""Where a contract stands, and what may be done to it then: every question has exactly one answer."""

import datetime as dt
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.contract_state import Acts, ContractAct, ContractState, state_of
from vaxel.funding.policies import CONTRACT_LINES, allow_contract, why_not_contract
from vaxel.ui.refusal import Refusal

DAY = dt.date(2017, 6, 1)
NEXT = DAY + dt.timedelta(days=1)


@pytest.mark.parametrize(("state", "act"), list(product(ContractState, ContractAct)))
def test_one_line_covers(state, act):
    assert sum(line.covers(state, act) for line in CONTRACT_LINES) == 1


def test_what_is_signed_is_replaced_and_never_edited():
    with pytest.raises(Refusal, match="ersätter"):
        allow_contract(ContractAct.EDIT, ContractState.IN_FORCE)
    assert why_not_contract(ContractState.IN_FORCE, ContractAct.REPLACE) is None


@pytest.mark.parametrize(
    ("acts", "state"),
    [
        (Acts(False, 0, 2, DAY, NEXT), ContractState.DRAFT),
        (Acts(True, 0, 2, DAY, NEXT), ContractState.PROPOSED),
        (Acts(True, 1, 2, DAY, NEXT), ContractState.PARTLY_SIGNED),
        (Acts(True, 2, 2, DAY, NEXT), ContractState.IN_FORCE),
        (Acts(True, 2, 2, NEXT, NEXT + dt.timedelta(days=1)), ContractState.SIGNED),
        (Acts(True, 2, 2, DAY - dt.timedelta(days=9), DAY), ContractState.ENDED),
        (Acts(True, 2, 2, DAY, NEXT, replaced=True), ContractState.REPLACED),
    ],
)
def test_the_state_follows_from_the_acts_and_the_day(acts, state):
    assert state_of(acts, DAY) == state


ORDER = list(ContractState)
days = st.dates(dt.date(2017, 1, 1), dt.date(2018, 1, 1))


@given(st.integers(1, 5), st.integers(0, 5), days, st.integers(1, 100), days, st.integers(0, 50))
def test_time_only_moves_a_contract_forward(parties, signed, starts, length, day, later):
    acts = Acts(True, min(signed, parties), parties, starts, starts + dt.timedelta(days=length))
    before, after = state_of(acts, day), state_of(acts, day + dt.timedelta(days=later))
    assert ORDER.index(before) <= ORDER.index(after)
