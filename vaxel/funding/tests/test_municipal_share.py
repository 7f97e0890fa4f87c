"""The 30 % rule (S0 app. 4, Resurser): asked of planned, of agreed and of accounted money, each by itself."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.municipal_share import Contracted, For, ShareError, Stage, check, municipal_share

LEAST = Fraction(30, 100)
SIX_MILLION = 6_000_000_00


def contracts(municipal, own, stage=Stage.AGREED):
    return [Contracted(stage, For.MUNICIPAL, municipal), Contracted(stage, For.OWN, own)]


def test_the_share_of_the_2017_contract_is_thirty_percent_exactly():
    assert municipal_share(contracts(1_800_000_00, 4_200_000_00)) == LEAST


def test_nothing_contracted_is_not_zero_percent():
    with pytest.raises(ShareError):
        municipal_share([])
    with pytest.raises(ShareError):
        municipal_share(contracts(0, 0))
    assert check(Stage.AGREED, 0, 0, LEAST).holds is None


def test_no_money_to_municipalities_is_zero_percent():
    assert municipal_share(contracts(0, SIX_MILLION)) == 0
    assert check(Stage.AGREED, 0, SIX_MILLION, LEAST).holds is False


def test_planned_and_agreed_money_are_never_mixed():
    with pytest.raises(ShareError):
        municipal_share([*contracts(1, 2), *contracts(1, 2, Stage.PLANNED)])


def test_a_negative_amount_is_no_contract():
    with pytest.raises(ShareError):
        Contracted(Stage.PLANNED, For.OWN, -1)


def test_more_than_the_whole_is_refused():
    with pytest.raises(ShareError, match="more than the whole of 600000000 öre"):
        check(Stage.AGREED, SIX_MILLION + 1, SIX_MILLION, LEAST)


@pytest.mark.parametrize(
    ("municipal", "holds", "lacks"),
    [
        (1_800_000_00, True, 0),
        (1_799_999_99, False, 1),
        (0, False, 1_800_000_00),
        (SIX_MILLION, True, 0),
    ],
)
def test_what_lacks_is_told_to_the_ore(municipal, holds, lacks):
    found = check(Stage.AGREED, municipal, SIX_MILLION, LEAST)
    assert (found.holds, found.lacks_ore) == (holds, lacks)


amounts = st.integers(0, 10**12)
leasts = st.fractions(0, 1, max_denominator=100)


@given(amounts, amounts, leasts)
def test_exactly_what_lacks_makes_it_hold(municipal, own, least):
    whole = municipal + own
    found = check(Stage.ACCOUNTED, municipal, whole, least)
    if not whole:
        assert found.share is None
        return
    assert 0 <= found.share <= 1
    assert check(Stage.ACCOUNTED, municipal + found.lacks_ore, whole, least).holds
    if found.lacks_ore:
        assert not check(Stage.ACCOUNTED, municipal + found.lacks_ore - 1, whole, least).holds


@given(st.permutations([*contracts(5, 7), *contracts(11, 13)]))
def test_the_order_never_matters(rows):
    assert municipal_share(rows) == Fraction(16, 36)
