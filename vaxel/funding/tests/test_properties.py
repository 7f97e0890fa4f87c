"""What must hold of any allocation, on drawn ones (the same every time) and on those that hypothesis looks for.

`vaxel prove allocation` draws 20 000.
"""

import datetime as dt
import random
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import floor

from hypothesis import given, settings
from hypothesis import strategies as st

from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.apportion import apportion
from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.terms import Allocation, Level, Receivers, Rounding, StreamTerms, Terms

DAY = dt.date(2019, 11, 1)
CASES = 1_000
KEYS = (Allocation.POPULATION, Allocation.POPULATION, Allocation.BASE_AND_POPULATION, Allocation.EQUAL)


def drawn(number):
    """A few municipalities in some counties, one to three streams; small numbers now and then, where ties are common."""
    draw = random.Random(number)
    most = draw.choice((5, 1_000, 1_000_000))
    codes = draw.sample(range(100, 999), draw.randint(1, 9))
    areas = [Area("municipality", f"0{code}", str(code), DAY, draw.randrange(most)) for code in codes]
    areas[0] = replace(areas[0], population=areas[0].population + 1)  # somebody lives somewhere
    streams = tuple(_stream(draw, key, len(areas)) for key in "abc"[: draw.randint(1, 3)])
    return (
        Terms("Ö", 2020, streams, Rounding.LARGEST_REMAINDER, unit_ore=draw.choice((1, 100, 100, 1_000))),
        areas,
        draw,
    )


def _stream(draw, key, number):
    allocation = draw.choice(KEYS)
    pot = draw.randrange(draw.choice((500, 10**6, 10**11)))
    base = draw.randrange(pot // number + 1) if allocation is Allocation.BASE_AND_POPULATION else 0
    return StreamTerms(key, key, pot, Receivers.MUNICIPALITY, allocation, DAY, base)


def test_largest_remainder(cases=CASES):
    for number in range(cases):
        terms, areas, draw = drawn(number)
        out, unit = allocate(terms, areas), terms.unit_ore
        pot = sum(stream.pot_ore for stream in terms.streams)
        assert out.sum_payout_ore + out.difference_ore == pot
        assert 0 <= out.difference_ore < unit, "sums to the pot, but for less than a unit"
        assert all(abs(p.payout_ore * p.whole - p.part) < unit * p.whole for p in out.payouts), "within a unit"
        paid = {p.code: p for p in out.payouts}
        by_people = [paid[area.code] for area in sorted(areas, key=lambda area: area.population)]
        for less, more in pairwise(by_people):
            assert less.part == more.part or less.payout_ore <= more.payout_ore, "a larger key never gets less"
        if number % 4 == 0:
            draw.shuffle(areas)
            assert allocate(terms, areas) == out, "order never matters"


def test_as_the_definition_says(cases=CASES):
    """Against the sentences of the issue in slow fractions, written without the code."""
    for number in range(0, cases, 20):
        terms, areas, _draw = drawn(number)
        exact = {area.code: sum(_share(stream, area, areas) for stream in terms.streams) for area in areas}
        near = allocate(replace(terms, rounding=Rounding.NEAREST), areas)
        for stream, shown in zip(terms.streams, near.streams, strict=True):
            assert [s.share_ore for s in shown.shares] == [
                _half_up(_share(stream, area, areas)) for area in sorted(areas, key=lambda area: area.code)
            ]
        unit = terms.unit_ore
        assert {p.code: p.payout_ore for p in near.payouts} == {c: unit * _half_up(e / unit) for c, e in exact.items()}
        assert {p.code: p.share_ore for p in near.payouts} == {c: _half_up(e) for c, e in exact.items()}
        units = {code: floor(each / unit) for code, each in exact.items()}
        spare = floor(sum(exact.values()) / unit) - sum(units.values())
        for code in sorted(exact, key=lambda c: (units[c] - exact[c] / unit, -exact[c], c))[:spare]:
            units[code] += 1
        assert {p.code: p.payout_ore // unit for p in allocate(terms, areas).payouts} == units


def _share(stream, area, areas):
    people = sum(one.population for one in areas)
    if stream.allocation is Allocation.EQUAL:
        return Fraction(stream.pot_ore, len(areas))
    return stream.base_ore + (stream.pot_ore - len(areas) * stream.base_ore) * Fraction(area.population, people)


def _half_up(exact):
    return floor(exact + Fraction(1, 2))


def test_nested(cases=CASES):
    for number in range(0, cases, 10):
        terms, areas, draw = drawn(number)
        out, unit = allocate(replace(terms, level=Level.NESTED), areas), terms.unit_ore
        pot = sum(stream.pot_ore for stream in terms.streams)
        assert sum(county.payout_ore for county in out.counties) == pot - pot % unit == out.sum_payout_ore
        for county in out.counties:
            own = [p.payout_ore for p in out.payouts if p.code.startswith(county.code)]
            assert sum(own) == county.payout_ore, "each level exact"
        assert all(abs(p.payout_ore * p.whole - p.part) < 2 * unit * p.whole for p in out.payouts)
        draw.shuffle(areas)
        assert allocate(replace(terms, level=Level.NESTED), areas) == out


def test_lines_are_the_difference(cases=CASES):
    for number in range(0, cases, 20):
        terms, areas, _draw = drawn(number)
        country = Area("country", "00", "Sverige", DAY, sum(area.population for area in areas) + number % 7)
        streams = tuple(s for s in terms.streams if s.allocation is Allocation.POPULATION)
        if not streams:
            continue
        out = allocate(replace(terms, streams=streams, rounding=Rounding.NEAREST), [country, *areas])
        assert sum(line.amount_ore for line in out.lines) == out.difference_ore
        for stream in out.streams:
            assert sum(line.amount_ore for line in stream.lines) == stream.difference_ore
            assert stream.sum_share_ore + stream.difference_ore == stream.pot_ore


def test_one_more_krona_may_take_from_one():
    """The Alabama paradox is real: that is why what is decided is frozen, and never reckoned again unseen."""
    keys = {"a": 47, "b": 53, "c": 45, "d": 21}
    assert apportion(145, keys)["d"] == 19
    assert apportion(146, keys)["d"] == 18


@given(st.integers(0, 10**12), st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 10**7), min_size=1))
@settings(max_examples=100)
def test_a_sum_apportioned(total, keys):
    if sum(keys.values()):
        shares = apportion(total, keys)
        assert sum(shares.values()) == total
        assert all(
            abs(share * sum(keys.values()) - total * keys[code]) < sum(keys.values()) for code, share in shares.items()
        )
