"""Terms that no population can make right are refused at the limit, in one sentence that says where and what to do."""

import datetime as dt
from dataclasses import replace

import pytest

from vaxel.funding.domain.checking import check_some_will_do, check_terms
from vaxel.funding.domain.terms import Allocation, Level, Receivers, Rounding, StreamTerms, Terms, TermsError

A = Allocation
MOST = 10**17  # öre: a thousand million million kronor
STREAM = StreamTerms(
    "plan", "Handlingsplaner", 200_000_000_00, Receivers.MUNICIPALITY, A.POPULATION, dt.date(2019, 11, 1)
)
BASED = replace(STREAM, allocation=A.BASE_AND_POPULATION, base_ore=1)
EQUAL = replace(STREAM, allocation=A.EQUAL, reference_date=None)
ENTERED = replace(EQUAL, allocation=A.ENTERED, amounts={"2062": 100, "2034": 0})
SHARES = replace(EQUAL, allocation=A.SHARES, shares={"2062": 1, "2034": 0})
TERMS = Terms("ÖK 2020", 2020, (STREAM,), Rounding.NEAREST)


def of(*streams, **more):
    return replace(TERMS, streams=streams, **more)


@pytest.mark.parametrize("stream", [STREAM, BASED, EQUAL, ENTERED, SHARES], ids=lambda stream: stream.allocation)
def test_each_key_with_what_it_needs_is_right(stream):
    assert check_terms(of(stream)) is None


@pytest.mark.parametrize(
    "terms",
    [
        of(STREAM, replace(STREAM, key="kunskap")),
        of(STREAM, unit_ore=1),
        of(STREAM, unit_ore=MOST),
        of(replace(STREAM, pot_ore=0)),
        of(replace(STREAM, pot_ore=MOST)),
        of(replace(BASED, base_ore=0)),
        of(replace(EQUAL, in_all=21)),
    ],
)
def test_the_last_that_is_right(terms):
    assert check_terms(terms) is None


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        (of(), "ingen inriktning att fördela"),
        (of(STREAM, unit_ore=0), "helt tal större än 0"),
        (of(STREAM, unit_ore=MOST + 1), "helt tal större än 0"),
        (of(STREAM, replace(STREAM, title="En annan")), "Två inriktningar heter ”plan”"),
        (of(EQUAL, replace(STREAM, key="kunskap", pot_ore=-1)), r"”kunskap” har en negativ pott \(−0,01 kr\)"),
        (of(replace(STREAM, pot_ore=MOST + 1)), "större pott än som går att bokföra"),
        (of(replace(BASED, base_ore=-1)), r"negativt grundbelopp \(−0,01 kr\)"),
        (of(replace(STREAM, base_ore=1)), "grundbelopp men fördelas som population"),
        (of(replace(EQUAL, base_ore=1)), "grundbelopp men fördelas som equal"),
        (of(replace(EQUAL, in_all=-1)), "antal mottagare under 0"),
        (of(replace(EQUAL, amounts={"2062": 1})), "har amounts men fördelas som equal: ta bort"),
        (of(replace(EQUAL, shares={"2062": 1})), "har shares men fördelas som equal: ta bort"),
        (of(replace(ENTERED, shares={"2062": 1})), "har shares men fördelas som entered: ta bort"),
        (of(replace(ENTERED, amounts={})), "fördelas som entered och behöver amounts"),
        (of(replace(SHARES, shares={})), "fördelas som shares och behöver shares"),
        (of(replace(ENTERED, amounts={"2062": 1, "2034": -1})), "negativt belopp för 2034 i amounts"),
        (of(replace(SHARES, shares={"2062": -1})), "negativt belopp för 2062 i shares"),
        (of(replace(STREAM, reference_date=None)), "behöver ett referensdatum"),
        (of(replace(BASED, reference_date=None)), "behöver ett referensdatum"),
    ],
)
def test_the_first_that_is_not(terms, says):
    with pytest.raises(TermsError, match=says):
        check_terms(terms)


@pytest.mark.parametrize(
    ("rounding", "level", "word"),
    [
        (Rounding.LARGEST_REMAINDER, Level.DIRECT, "largest_remainder"),
        (Rounding.LARGEST_REMAINDER, Level.NESTED, "largest_remainder"),
        (Rounding.NEAREST, Level.NESTED, "nested"),
    ],
)
def test_what_sums_or_makes_counties_needs_all_receivers(rounding, level, word):
    with pytest.raises(TermsError, match=f"”plan” är inte alla upptagna, och {word} behöver alla"):
        check_some_will_do(STREAM, replace(TERMS, rounding=rounding, level=level))


def test_each_rounded_alone_needs_but_some():
    assert check_some_will_do(STREAM, TERMS) is None
