"""Pooling and cost shares: the parts add up to the cost, to the öre, and nobody pays more than it has."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.budget import Line, summed
from vaxel.funding.domain.cost_share import Party, ShareError, ShareKey, shared
from vaxel.funding.domain.pooling import parts
from vaxel.funding.domain.post_cost import PostError, post_cost
from vaxel.funding.domain.proposal import Use, missing
from vaxel.funding.domain.repayment import Claim, Due

# S3's published rows: development by action plans, öre.
VANSBRO, ORSA, MORA = 131_634_63, 134_115_38, 395_640_36
S3 = [
    Party(2021, "Vansbro kommun", VANSBRO, 6_800, available=VANSBRO),
    Party(2034, "Orsa kommun", ORSA, 6_900, available=ORSA),
    Party(2062, "Mora kommun", MORA, 20_400, available=MORA),
]


def test_a_coordinator_at_75_percent_paid_from_three_of_s3s_rows():
    """45 000 kr: about half a month of a post, so that three municipalities out of fifteen can pay it."""
    found = parts(45_000_00, S3, ShareKey.GRANTED)
    assert [one.ore for one in found] == [8_956_22, 9_125_01, 26_918_77]
    assert sum(one.ore for one in found) == 45_000_00
    assert [one.ore + one.rest for one in found] == [VANSBRO, ORSA, MORA]


def test_three_equal_parts_of_ten_kronor():
    found = shared(10_00, [Party(one, "x") for one in (3, 1, 2)], ShareKey.EQUAL)
    assert found == {1: 334, 2: 333, 3: 333}


def test_the_post_at_75_percent_for_ten_months():
    assert post_cost(720_000_00, 75) == 540_000_00
    assert post_cost(720_000_00, 75, 10) == 450_000_00
    assert post_cost(1, 75, 8) == 1, "half an öre is rounded up"


@pytest.mark.parametrize(("yearly", "percent", "months", "field"), [(0, 75, 12, "yearly_ore"), (1, 0, 12, "percent"), (1, 1001, 1, "percent"), (1, 75, 13, "months")])  # fmt: skip
def test_what_makes_no_post_says_what_to_write(yearly, percent, months, field):
    with pytest.raises(PostError) as no:
        post_cost(yearly, percent, months)
    assert no.value.field == field


def test_a_part_larger_than_what_the_party_has_is_refused_by_name():
    with pytest.raises(ShareError, match="Delen för Vansbro kommun blir 300\xa0000\xa0kr men bara 131\xa0634,63\xa0kr"):
        parts(900_000_00, S3, ShareKey.EQUAL)


def test_entered_parts_must_add_up():
    with pytest.raises(ShareError, match="blir 30\xa0kr tillsammans men kostnaden är 31\xa0kr"):
        shared(31_00, [Party(1, "A", entered=10_00), Party(2, "B", entered=20_00)], ShareKey.ENTERED)


def test_a_fee_is_paid_with_own_money_and_has_no_rest():
    (one,) = parts(12_000_00, [Party(1, "Falu kommun")], ShareKey.EQUAL)
    assert (one.ore, one.rest) == (12_000_00, None)


def test_nobody_shares_by_a_population_it_does_not_have():
    with pytest.raises(ShareError, match="Region Dalarna har ingen folkmängd"):
        shared(1_00, [Party(1, "Region Dalarna"), Party(2, "Falu kommun", population=60_000)], ShareKey.POPULATION)


weights = st.lists(st.integers(1, 10**9), min_size=1, max_size=30)


@given(st.integers(1, 10**13), weights, st.randoms())
def test_parts_sum_to_the_cost_and_no_order_of_telling_matters(cost, granted, random):
    parties = [Party(number, "x", one) for number, one in enumerate(granted)]
    found = shared(cost, parties, ShareKey.GRANTED)
    assert sum(found.values()) == cost
    for party in parties:
        assert abs(found[party.node] * sum(granted) - cost * party.granted) < sum(granted)
    random.shuffle(parties)
    assert shared(cost, parties, ShareKey.GRANTED) == found


@given(st.integers(1, 10**13), weights)
def test_who_has_been_granted_more_never_pays_less(cost, granted):
    parties = [Party(number, "x", one) for number, one in enumerate(granted)]
    found = shared(cost, parties, ShareKey.GRANTED)
    ordered = sorted(parties, key=lambda one: one.granted)
    for less, more in pairwise(ordered):
        assert less.granted == more.granted or found[less.node] <= found[more.node]


def test_a_budget_says_what_is_unplanned_and_what_exceeds():
    found = summed([Line("Samordnare", 300, 280), Line("Utbildning", 100, None, 450)], 350)
    assert (found.unplanned, found.over) == (-50, {"planned": 50, "accounted": 100})


def test_a_proposal_is_complete_or_says_what_is_missing():
    use = Use("Suicidprevention", 5_577_707_31, "Utbildning", "LAG", "LPO", "Chefsnätverket", "Utvecklingsledaren")
    assert missing([use]) == []
    assert [str(one) for one in missing([Use("Brukarmedverkan", 1, "x", "LAG", " ", "c", "")])] == [
        "Brukarmedverkan: skriv vilken som är styrgrupp (LPO).",
        "Brukarmedverkan: skriv vem som skriver redovisningen.",
    ]
    assert [str(one) for one in missing([Use("Brukarmedverkan", 1)])] == ["Brukarmedverkan: inget är skrivet än."]
    assert len(missing([])) == 1


def test_what_is_to_be_repaid_has_a_day_and_a_grace():
    day = dt.date(2021, 3, 31)
    claim = Claim(96_000, refunded=40_000, justified=6_000, written_off=10_000, deadline=day, grace_days=14)
    assert claim.outstanding == 40_000
    found = [claim.due(day + dt.timedelta(days=more)) for more in (0, 1, 14, 15)]
    assert found == [Due.AHEAD, Due.GRACE, Due.GRACE, Due.LATE]
    assert (claim.days_late(day + dt.timedelta(days=14)), claim.days_late(day + dt.timedelta(days=15))) == (0, 15)
    assert Claim(5, refunded=5, deadline=day).due(dt.date(2030, 1, 1)) == Due.SETTLED


def test_a_party_may_pay_with_all_it_has():
    (one,) = parts(10_00, [Party(1, "Falu kommun", available=10_00)], ShareKey.EQUAL)
    assert (one.ore, one.rest) == (10_00, 0)


@pytest.mark.parametrize(
    ("percent", "months", "cost"), [(1, 12, 12_00), (1000, 12, 12_000_00), (100, 1, 100_00), (200, 6, 1200_00)]
)
def test_the_smallest_and_the_largest_post(percent, months, cost):
    assert post_cost(1200_00, percent, months) == cost


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((0, 75, 12), "Skriv vad tjänsten kostar på ett år, mer än noll kronor."),
        ((1, 0, 12), "Skriv omfattningen i procent, från 1 till 1000 (200 är två tjänster)."),
        ((1, 75, 0), "Skriv hur många månader av året, från 1 till 12."),
    ],
)
def test_the_sentence_says_what_a_post_lacks(asked, said):
    with pytest.raises(PostError) as no:
        post_cost(*asked)
    assert str(no.value.sentence) == str(no.value) == said


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("purpose", "skriv vad medlen ska användas till."),
        ("group", "skriv vilken grupp som ansvarar (LAG)."),
        ("steering", "skriv vilken som är styrgrupp (LPO)."),
        ("decides", "skriv vem som beslutar (chefsnätverket)."),
        ("reports", "skriv vem som skriver redovisningen."),
    ],
)
def test_each_thing_that_a_proposal_lacks(field, said):
    whole = {"purpose": "a", "group": "b", "steering": "c", "decides": "d", "reports": "e"}
    assert [str(one) for one in missing([Use("Suicidprevention", 1, **whole | {field: " "})])] == [
        f"Suicidprevention: {said}"
    ]


def test_one_ore_is_still_to_be_repaid():
    assert [Claim(ore).due(dt.date(2021, 3, 31)) for ore in (1, 0, -1)] == [Due.AHEAD, Due.SETTLED, Due.SETTLED]
