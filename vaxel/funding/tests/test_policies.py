"""Exactly one line answers every question of when."""

from itertools import product

import pytest

from vaxel.funding.domain.life import AgreementAct, AgreementState
from vaxel.funding.domain.pool_state import PoolAct, PoolState
from vaxel.funding.policies import LINES, POOL_LINES, allow, why_not, why_not_pool
from vaxel.ui.refusal import Refusal


@pytest.mark.parametrize(("state", "act"), list(product(AgreementState, AgreementAct)))
def test_one_line_covers(state, act):
    assert sum(line.covers(state, act) for line in LINES) == 1


def test_what_is_decided_is_not_edited():
    with pytest.raises(Refusal, match="beslutad"):
        allow(AgreementAct.EDIT, AgreementState.DECIDED)


def test_a_draft_is_put_up_and_a_prepared_one_decided():
    assert why_not(AgreementState.DRAFT, AgreementAct.PREPARE) is None
    assert why_not(AgreementState.PREPARED, AgreementAct.CONFIRM) is None


@pytest.mark.parametrize(("state", "act"), list(product(PoolState, PoolAct)))
def test_one_line_covers_a_pool(state, act):
    assert sum(line.covers(state, act) for line in POOL_LINES) == 1


def test_a_proposed_pool_is_answered_and_an_agreed_one_left_alone():
    assert why_not_pool(PoolState.PROPOSED, PoolAct.ANSWER) is None
    assert all(why_not_pool(PoolState.AGREED, act) for act in PoolAct)
