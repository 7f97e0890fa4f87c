"""A cost shared by each key, and what is refused: in one sentence, at the field where it is put right."""

import pytest

from vaxel.funding.domain.cost_share import Party, ShareError, ShareKey, shared

FALUN = Party(2080, "Falu kommun", granted=600, population=59_000, entered=700_00)
MORA = Party(2062, "Mora kommun", granted=300, population=20_000, entered=200_00)
ORSA = Party(2034, "Orsa kommun", granted=0, population=1, entered=100_00)
ALL = [FALUN, MORA, ORSA]
COST = 1000_00


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        (ShareKey.GRANTED, {2080: 666_67, 2062: 333_33, 2034: 0}),
        (ShareKey.POPULATION, {2080: 746_83, 2062: 253_16, 2034: 1}),
        (ShareKey.EQUAL, {2080: 333_33, 2062: 333_33, 2034: 333_34}),
        (ShareKey.ENTERED, {2080: 700_00, 2062: 200_00, 2034: 100_00}),
    ],
)
def test_each_key_shares_in_its_own_way_to_the_ore(key, parts):
    assert shared(COST, ALL, key) == parts


def test_an_ore_is_a_cost():
    assert shared(1, ALL, ShareKey.GRANTED) == {2080: 1, 2062: 0, 2034: 0}


NOBODY = Party(1, "Region Dalarna")
OWED = Party(2, "Älvdalens kommun", granted=1, population=1, entered=-1)


@pytest.mark.parametrize(
    ("cost", "parties", "key", "field", "says"),
    [
        (0, ALL, ShareKey.EQUAL, "cost", "mer än noll kronor"),
        (-1, ALL, ShareKey.EQUAL, "cost", "mer än noll kronor"),
        (COST, [], ShareKey.EQUAL, "parties", "Välj minst en"),
        (COST, [FALUN, NOBODY], ShareKey.POPULATION, "key", "Region Dalarna har ingen folkmängd"),
        (COST, [FALUN, OWED], ShareKey.ENTERED, "parties", "Delen för Älvdalens kommun kan inte vara mindre än noll"),
        (COST, [NOBODY], ShareKey.GRANTED, "key", "Ingen av parterna har något att dela efter"),
        (COST, [NOBODY], ShareKey.ENTERED, "key", "Ingen av parterna har något att dela efter"),
        (
            COST + 1,
            ALL,
            ShareKey.ENTERED,
            "parties",
            "blir 1\u00a0000\u00a0kr tillsammans men kostnaden är 1\u00a0000,01\u00a0kr",
        ),
        (
            COST - 1,
            ALL,
            ShareKey.ENTERED,
            "parties",
            "blir 1\u00a0000\u00a0kr tillsammans men kostnaden är 999,99\u00a0kr",
        ),
    ],
)
def test_what_cannot_be_shared_is_refused_where_it_is_put_right(cost, parties, key, field, says):
    with pytest.raises(ShareError, match=says) as no:
        shared(cost, parties, key)
    assert no.value.field == field
    assert str(no.value.sentence) == str(no.value)
