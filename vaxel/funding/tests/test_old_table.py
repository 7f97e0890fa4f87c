"""Which rounding a table used: the published one first, then tables of which we know how they were made."""

from dataclasses import replace
from fractions import Fraction

import pytest

from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.apportion import half_up
from vaxel.funding.domain.old_table import Method, OldRow, OldTable, rounding_used
from vaxel.funding.domain.terms import Allocation, Rounding
from vaxel.funding.tests.test_properties import drawn

POTS = (200_000_000_00, 100_000_000_00)
S3 = (
    OldRow("2021", "Vansbro", (131_634_63, 65_817_31), 197_452_00),
    OldRow("2034", "Orsa", (134_115_38, 67_057_69), 201_173_00),
    OldRow("2062", "Mora", (395_640_36, 197_820_18), 593_461_00),
)
PEOPLE = {"2021": 6_792, "2034": 6_920, "2062": 20_414}


def known(row):
    return replace(row, exact=tuple(Fraction(pot * PEOPLE[row.code], 10_319_473) for pot in POTS))


@pytest.mark.parametrize("rows", [S3, tuple(known(row) for row in S3)], ids=["amounts alone", "with populations"])
def test_the_published_table_was_rounded_once_on_the_row(rows):
    """Mora tells: 395 640 + 197 820 is a krona less."""
    found = rounding_used(OldTable(POTS, rows))
    assert found.methods == (Method.ROW_ONCE,)
    assert not found.odd_shares
    assert [str(line).replace("\u00a0", " ") for line in found.evidence] == [
        "En gång på raden: 3 av 3 rader stämmer.",
        "Inriktning för inriktning: 2 av 3 rader stämmer; Mora skulle få 593 460 kr, inte 593 461 kr.",
        "Största rest: går inte att pröva utan alla mottagare och deras exakta andelar.",
    ]


def test_two_rows_that_do_not_tell():
    found = rounding_used(OldTable(POTS, S3[:2]))
    assert found.methods == (Method.ROW_ONCE, Method.STREAM_BY_STREAM)
    assert "skiljer sätten åt" in str(found.sentence)


def test_none_fits():
    found = rounding_used(OldTable(POTS, (replace(S3[2], payout_ore=593_462_00),)))
    assert found.methods == ()
    assert "Inget av sätten" in str(found.sentence)


def test_shares_that_another_key_gave_are_told():
    other = replace(known(S3[0]), exact=tuple(share + 1 for share in known(S3[0]).exact))
    assert rounding_used(OldTable(POTS, (other,))).odd_shares == (other,)


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("with_exact", [True, False])
def test_a_table_made_one_way_is_never_denied_it(method, with_exact):
    for number in range(300):
        terms, areas, _draw = drawn(number)
        terms = replace(terms, unit_ore=100, rounding=Rounding.NEAREST)
        if method is Method.LARGEST_REMAINDER and not with_exact:
            continue  # öre alone do not tell remainders
        if any(s.allocation is not Allocation.POPULATION for s in terms.streams):
            continue
        rows = _table(terms, areas, method)
        if not with_exact:
            rows = [replace(row, exact=None) for row in rows]
        found = rounding_used(OldTable(tuple(s.pot_ore for s in terms.streams), tuple(rows)))
        assert method in found.methods


def _table(terms, areas, method):
    rounding = Rounding.LARGEST_REMAINDER if method is Method.LARGEST_REMAINDER else Rounding.NEAREST
    out = allocate(replace(terms, rounding=rounding), areas)
    for paid in out.payouts:
        shares = [next(s for s in stream.shares if s.code == paid.code) for stream in out.streams]
        payout = paid.payout_ore
        if method is Method.STREAM_BY_STREAM:
            payout = sum(100 * half_up(s.part, 100 * s.whole) for s in shares)
        yield OldRow(paid.code, paid.name, tuple(s.share_ore for s in shares), payout, tuple(s.exact for s in shares))
