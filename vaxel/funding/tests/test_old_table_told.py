"""What an old table tells of its rounding: at the very ends of what a shown share may have been, and in words."""

from dataclasses import replace
from fractions import Fraction

import pytest

from vaxel.funding.domain.old_table import Fit, Method, Miss, OldRow, OldTable, rounding_used

ONCE, STREAMS, REMAINDERS = Method
HALVES = (Fraction(150), Fraction(150))
FALUN = OldRow("2080", "Falun", (1_50, 1_50), 3_00, HALVES)


def table(*rows, unit=100):
    pots = zip(*(row.exact or row.shares_ore for row in rows), strict=True)
    return OldTable(tuple(int(sum(pot)) for pot in pots), rows, unit)


def lines(found):
    return [str(line).replace("\u00a0", " ") for line in (found.sentence, *found.evidence)]


def test_a_table_rounded_once_says_so_and_who_would_have_got_another_sum():
    """1,50 and 1,50 are 3 kr at once, 4 kr apart."""
    assert lines(rounding_used(table(FALUN, replace(FALUN, payout_ore=4_00), FALUN))) == [
        "Inget av sätten ger alla de 3 utbetalningarna.",
        "En gång på raden: 2 av 3 rader stämmer; Falun skulle få 3 kr, inte 4 kr.",
        "Inriktning för inriktning: 1 av 3 rader stämmer; Falun skulle få 4 kr, inte 3 kr.",
        "Största rest: 2 av 3 rader stämmer; Falun skulle få 3 kr, inte 4 kr.",
    ]
    of_shown = table(replace(FALUN, exact=None, shares_ore=(1_40, 1_40)))
    assert lines(rounding_used(of_shown)) == [
        "Tabellen är avrundad en gång, på radens exakta summa: det ger alla 1 utbetalningar.",
        "En gång på raden: 1 av 1 rader stämmer.",
        "Inriktning för inriktning: 0 av 1 rader stämmer; Falun skulle få 2 kr, inte 3 kr.",
        "Största rest: går inte att pröva utan alla mottagare och deras exakta andelar.",
    ]


def test_a_table_rounded_stream_by_stream_says_so():
    assert lines(rounding_used(table(replace(FALUN, payout_ore=4_00)))) == [
        "Tabellen är avrundad inriktning för inriktning och sedan adderad: det ger alla 1 utbetalningar.",
        "En gång på raden: 0 av 1 rader stämmer; Falun skulle få 3 kr, inte 4 kr.",
        "Inriktning för inriktning: 1 av 1 rader stämmer.",
        "Största rest: 0 av 1 rader stämmer; Falun skulle få 3 kr, inte 4 kr.",
    ]


def test_a_table_with_largest_remainder_says_so():
    """Half a krona each of 2 kr to four: nearest would give all four a krona."""
    half = OldRow("", "Orsa", (50,), 1_00, (Fraction(50),))
    rows = [replace(half, code=str(at), payout_ore=100 if at < 2 else 0) for at in range(4)]
    assert lines(rounding_used(table(*rows))) == [
        "Tabellen är avrundad med största rest, så att den summerar: det ger alla 4 utbetalningar.",
        "En gång på raden: 2 av 4 rader stämmer; Orsa skulle få 1 kr, inte 0 kr.",
        "Inriktning för inriktning: 2 av 4 rader stämmer; Orsa skulle få 1 kr, inte 0 kr.",
        "Största rest: 4 av 4 rader stämmer.",
    ]


def test_rows_that_do_not_tell_are_counted():
    assert lines(rounding_used(table(replace(FALUN, exact=(Fraction(100), Fraction(200)), shares_ore=(100, 200)))))[
        0
    ] == ("Ingen av de 1 raderna skiljer sätten åt: flera ger samma utbetalningar.")


def test_what_the_exact_share_comes_to_is_told_and_not_what_the_shown_one_may_be():
    """49,6 öre is shown as 50, which would be nothing or a krona; exactly it is nothing."""
    row = OldRow("2034", "Orsa", (50,), 1_00, (Fraction(496, 10),))
    assert rounding_used(table(replace(row, exact=None))).methods == (ONCE, STREAMS)
    found = rounding_used(OldTable((50,), (row,)))
    assert found.fits == (
        Fit(ONCE, True, (Miss(row, 0, 0),)),
        Fit(STREAMS, True, (Miss(row, 0, 0),)),
        Fit(REMAINDERS, False),
    )


@pytest.mark.parametrize(
    ("shares", "unit", "fits"),
    [
        ((49,), 100, {ONCE: {0}, STREAMS: {0}}),
        ((50,), 100, {ONCE: {0, 1}, STREAMS: {0, 1}}),
        ((51,), 100, {ONCE: {1}, STREAMS: {1}}),
        ((0,), 1, {ONCE: {0}, STREAMS: {0}}),
        ((5,), 1, {ONCE: {5}, STREAMS: {5}}),
        ((5, 7), 1, {ONCE: {11, 12, 13}, STREAMS: {12}}),
        ((49, 50), 100, {ONCE: {1}, STREAMS: {0, 1}}),
        ((24, 25), 100, {ONCE: {0}, STREAMS: {0}}),
        ((25, 25), 100, {ONCE: {0, 1}, STREAMS: {0}}),
        ((150, 150), 100, {ONCE: {3}, STREAMS: {2, 3, 4}}),
    ],
)
def test_the_payouts_that_a_shown_share_may_have_given(shares, unit, fits):
    """A shown öre is the true one ± half an öre, half upwards: its lower end is with it, its upper is not."""
    for units in range(15):
        row = OldRow("2034", "Orsa", shares, units * unit)
        found = rounding_used(OldTable(shares, (row,), unit))
        assert set(found.methods) == {method for method, right in fits.items() if units in right}


def test_a_miss_says_the_least_and_the_most_it_might_have_been():
    row = OldRow("2062", "Mora", (150, 150), 5_00)
    once, streams, _remainders = rounding_used(table(row)).fits
    assert (once.misses, streams.misses) == ((Miss(row, 3_00, 3_00),), (Miss(row, 2_00, 4_00),))
    low = replace(row, payout_ore=1_00)
    assert rounding_used(table(low)).fits[1].misses == (Miss(low, 2_00, 4_00),)
