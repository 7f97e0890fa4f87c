"""What a pot and the sums under it differ by is told part by part: those who are not listed, and the rounding."""

import datetime as dt
from dataclasses import replace

import pytest

from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.lines import Line, NamedLine
from vaxel.funding.domain.terms import Allocation, Level, Receivers, Rounding, StreamTerms, Terms, TermsError

A = Allocation
DAY = dt.date(2019, 11, 1)
COUNTRY = Area("country", "00", "Sverige", DAY, 10_000)
MORA, ORSA = (
    Area("municipality", code, name, DAY, people)
    for code, name, people in (("2062", "Mora", 2_000), ("2034", "Orsa", 1_000))
)
DALARNA = Area("county", "20", "Dalarnas län", DAY, 3_000)


def stream(key, pot, receivers=Receivers.MUNICIPALITY, allocation=A.POPULATION, **more):
    return StreamTerms(key, key, pot, receivers, allocation, DAY, **more)


def given(*streams, areas=(COUNTRY, MORA, ORSA), rounding=Rounding.NEAREST, **more):
    return allocate(Terms("ÖK 2020", 2020, streams, rounding, **more), areas)


def test_who_is_not_listed_and_what_is_rounded_are_two_lines():
    """A pot of 100,05 to 10 000: Orsa's tenth is 10,005 and Mora's fifth 20,01; paid 10 and 20, and 70,035 is others'."""
    out = given(stream("plan", 100_05))
    assert [(one.code, one.share_ore) for one in out.streams[0].shares] == [("2034", 10_01), ("2062", 20_01)]
    assert out.streams[0].lines == (
        NamedLine(Line.NOT_LISTED, 70_04, "plan", 7_000),
        NamedLine(Line.ROUNDING, -1, "plan"),
    )
    assert out.lines == (NamedLine(Line.NOT_LISTED, 70_04, "", 7_000), NamedLine(Line.ROUNDING, 1))


def test_there_is_no_line_of_nothing():
    out = given(stream("plan", 100_00), areas=[replace(COUNTRY, population=3_000), replace(MORA, population=3_000)])
    assert out.streams[0].lines == out.lines == ()


def test_how_many_live_where_nobody_is_listed_is_told_while_it_is_the_same_for_all_streams():
    both = (stream("plan", 100_00), stream("kunskap", 200_00))
    assert given(*both).lines == (NamedLine(Line.NOT_LISTED, 210_00, "", 7_000),)
    counties = stream("suicid", 100_00, Receivers.COUNTY)
    fewer = given(both[0], counties, areas=[COUNTRY, MORA, ORSA, replace(DALARNA, population=4_000)])
    assert fewer.lines == (NamedLine(Line.NOT_LISTED, 130_00, "", 0),)
    assert [one.lines[0].people for one in fewer.streams] == [7_000, 6_000]
    three = given(*both, counties, areas=[COUNTRY, MORA, ORSA, replace(DALARNA, population=4_000)])
    assert three.lines == (NamedLine(Line.NOT_LISTED, 270_00, "", 0),)


def test_of_an_unknown_country_nobody_knows_how_many_are_not_listed():
    out = given(stream("plan", 30_00, allocation=A.EQUAL, in_all=3), areas=[MORA, ORSA])
    assert out.streams[0].lines == (NamedLine(Line.NOT_LISTED, 10_00, "plan"),)
    assert out.lines == (NamedLine(Line.NOT_LISTED, 10_00),)
    assert str(out.lines[0].sentence) == "Mottagare som inte är upptagna: 10 kr"


def test_what_is_left_of_a_pot_that_is_shared_in_whole_units_is_no_rounding():
    pot = stream("plan", 100_50)
    out = given(pot, areas=[MORA, ORSA], rounding=Rounding.LARGEST_REMAINDER)
    assert out.lines == (NamedLine(Line.RESIDUAL, 50),)
    assert given(pot, areas=[MORA, ORSA]).lines == (NamedLine(Line.ROUNDING, -50),), "33,50 and 67 are 34 and 67"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            NamedLine(Line.NOT_LISTED, 70_04, people=1_234_567),
            "Mottagare som inte är upptagna, med 1 234 567 invånare: 70,04 kr",
        ),
        (NamedLine(Line.NOT_LISTED, 1_000_00), "Mottagare som inte är upptagna: 1 000 kr"),
        (NamedLine(Line.ROUNDING, -1), "Avrundning: −0,01 kr"),
        (NamedLine(Line.RESIDUAL, 50), "Kvar i potten, mindre än en hel enhet per slag av mottagare: 0,50 kr"),
    ],
)
def test_each_line_in_words(line, words):
    assert str(line.sentence).replace("\u00a0", " ") == words


def test_an_allocation_says_whom_it_was_reckoned_on():
    earlier = replace(COUNTRY, reference_date=dt.date(2018, 11, 1))
    out = given(stream("plan", 100_00), areas=[earlier, MORA, DALARNA, COUNTRY, ORSA])
    assert out.areas == (COUNTRY, ORSA, MORA)


@pytest.mark.parametrize(
    ("rounding", "level"),
    [(Rounding.LARGEST_REMAINDER, Level.DIRECT), (Rounding.NEAREST, Level.NESTED)],
)
def test_a_sum_is_never_made_of_some_of_the_receivers(rounding, level):
    with pytest.raises(TermsError, match="är inte alla upptagna"):
        given(stream("plan", 100_00), rounding=rounding, level=level)
