"""Each key, by what it gives: the parts, what they are of, and the receivers that make it impossible."""

import datetime as dt
from dataclasses import replace

import pytest

from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.keys import Source, keyed
from vaxel.funding.domain.register import register
from vaxel.funding.domain.terms import Allocation, Receivers, StreamTerms, TermsError

A = Allocation
DAY, YEAR_BEFORE = dt.date(2019, 11, 1), dt.date(2018, 11, 1)
FALUN, MORA, ORSA = (
    Area("municipality", code, name, DAY, people)
    for code, name, people in (("2080", "Falun", 59_000), ("2062", "Mora", 20_000), ("2034", "Orsa", 7_000))
)
SOME = [FALUN, MORA, ORSA]
BY_CODE = ("2034", "2062", "2080")
ALL_OF_THEM = 86_000
POT = 860_000_00


def country(people):
    return Area("country", "00", "Sverige", DAY, people)


def stream(allocation, **more):
    return StreamTerms("plan", "Plan", POT, Receivers.MUNICIPALITY, allocation, **{"reference_date": DAY} | more)


def key_of(terms, *areas):
    return keyed(terms, register(areas or SOME))


def test_by_population_of_those_who_are_given_where_the_country_is_not_known():
    found = key_of(stream(A.POPULATION))
    assert tuple(area.code for area in found.areas) == BY_CODE
    assert found.parts == (POT * 7_000, POT * 20_000, POT * 59_000)
    assert found.keys == (7_000, 20_000, 59_000)
    assert (found.whole, found.denominator, found.source, found.unlisted) == (
        ALL_OF_THEM,
        ALL_OF_THEM,
        Source.SUM,
        None,
    )


@pytest.mark.parametrize(("people", "unlisted"), [(ALL_OF_THEM, 0), (100_000, 14_000)])
def test_by_population_of_the_country(people, unlisted):
    found = key_of(stream(A.POPULATION), *SOME, country(people))
    assert found.parts == (POT * 7_000, POT * 20_000, POT * 59_000)
    assert (found.whole, found.denominator, found.source, found.unlisted) == (people, people, Source.COUNTRY, unlisted)


def test_a_base_each_and_the_rest_by_population():
    found = key_of(stream(A.BASE_AND_POPULATION, base_ore=10_000_00))
    rest = POT - 3 * 10_000_00
    assert found.parts == tuple(10_000_00 * ALL_OF_THEM + rest * people for people in found.keys)
    assert sum(found.parts) == POT * found.whole


def test_a_base_may_take_the_whole_pot_and_no_more():
    assert key_of(stream(A.BASE_AND_POPULATION, base_ore=POT // 2), FALUN, MORA).parts == (POT // 2 * 79_000,) * 2
    with pytest.raises(TermsError, match="3 mottagare à 286\u00a0666,67 kr är mer än potten på 860\u00a0000 kr"):
        key_of(stream(A.BASE_AND_POPULATION, base_ore=POT // 3 + 1))


@pytest.mark.parametrize(
    ("in_all", "areas", "number", "unlisted"),
    [
        (0, SOME, 3, None),
        (3, SOME, 3, None),
        (21, SOME, 21, None),
        (0, [*SOME, country(ALL_OF_THEM)], 3, 0),
        (21, [*SOME, country(100_000)], 21, 14_000),
        (21, [*SOME[1:], replace(FALUN, population=None), country(100_000)], 21, None),
    ],
)
def test_equal_parts(in_all, areas, number, unlisted):
    found = key_of(stream(A.EQUAL, in_all=in_all), *areas)
    assert (found.parts, found.keys) == ((POT,) * 3, (1,) * 3)
    assert (found.whole, found.denominator, found.source, found.unlisted) == (number, number, Source.NUMBER, unlisted)


def test_a_table_of_parts():
    found = key_of(stream(A.SHARES, shares={"2080": 3, "2034": 0, "2062": 1}))
    assert tuple(area.code for area in found.areas) == BY_CODE
    assert (found.parts, found.keys) == ((0, POT, POT * 3), (0, 1, 3))
    assert (found.whole, found.denominator, found.source) == (4, 4, Source.PARTS)
    assert key_of(stream(A.SHARES, shares={"2034": 1})).parts == (POT,)


def test_amounts_as_they_are_entered():
    found = key_of(stream(A.ENTERED, amounts={"2080": POT - 1, "2034": 1}))
    assert [area.code for area in found.areas] == ["2034", "2080"]
    assert found.parts == found.keys == (1, POT - 1)
    assert (found.whole, found.denominator, found.source) == (1, None, Source.ENTERED)


NOBODY = replace(MORA, population=0)
UNCOUNTED = replace(MORA, population=None)


@pytest.mark.parametrize(
    ("terms", "areas", "says"),
    [
        (stream(A.POPULATION), [FALUN, UNCOUNTED], r"folkmängden för Mora \(2062\) saknas"),
        (stream(A.BASE_AND_POPULATION), [FALUN, UNCOUNTED], r"folkmängden för Mora \(2062\) saknas"),
        (stream(A.POPULATION), [NOBODY], "tillsammans 0 invånare den 2019-11-01"),
        (stream(A.POPULATION), [NOBODY, country(5)], "tillsammans 0 invånare den 2019-11-01"),
        (stream(A.POPULATION), [*SOME, country(85_999)], "86000 invånare, fler än rikets 85999 den 2019-11-01"),
        (stream(A.EQUAL, in_all=2), SOME, "3 mottagare upptagna, fler än de 2 som ska dela"),
        (stream(A.POPULATION, in_all=2), SOME, "3 mottagare upptagna, fler än de 2 som ska dela"),
        (stream(A.EQUAL), [*SOME, country(86_001)], "de 3 upptagna är inte alla"),
        (stream(A.BASE_AND_POPULATION), [*SOME, country(86_001)], "de 3 upptagna är inte alla"),
        (stream(A.SHARES, shares={"2034": 0}), SOME, r"andelarna \(shares\) är tillsammans 0"),
        (
            stream(A.ENTERED, amounts={"2034": POT - 1}),
            SOME,
            "tillsammans 859\u00a0999,99 kr men potten är 860\u00a0000 kr",
        ),
        (
            stream(A.ENTERED, amounts={"2034": POT + 1}),
            SOME,
            "tillsammans 860\u00a0000,01 kr men potten är 860\u00a0000 kr",
        ),
        (stream(A.ENTERED, amounts={"2035": POT}), SOME, "belopp för 2035, som inte finns av slaget municipality"),
    ],
)
def test_receivers_that_cannot_share_are_refused_by_name(terms, areas, says):
    with pytest.raises(TermsError, match=says):
        key_of(terms, *areas)


def test_whom_an_amount_names_is_looked_up_on_the_day_of_the_stream():
    earlier = replace(ORSA, name="Orsa köping", reference_date=YEAR_BEFORE)
    both = [FALUN, ORSA, earlier]
    amounts = {"2034": POT}
    assert key_of(stream(A.ENTERED, amounts=amounts), *both).areas == (ORSA,)
    assert key_of(stream(A.ENTERED, amounts=amounts, reference_date=YEAR_BEFORE), *both).areas == (earlier,)
    assert key_of(stream(A.ENTERED, amounts=amounts, reference_date=None), *both).areas == (ORSA,)


@pytest.mark.parametrize(
    "areas", [[MORA, replace(ORSA, reference_date=YEAR_BEFORE)], [replace(ORSA, reference_date=YEAR_BEFORE)]]
)
def test_whom_an_amount_names_but_who_is_not_there_that_day_is_told(areas):
    with pytest.raises(TermsError, match=r"Orsa \(2034\) är upptagen, men inte den 2019-11-01"):
        key_of(stream(A.ENTERED, amounts={"2034": POT}), *areas)
