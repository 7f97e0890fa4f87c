"""The ledger's rules, pure: each krona is somewhere, once; whatever would make it twice is refused."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaxel.funding.domain.entries import Entry, EntryKind, Pocket, well_formed
from vaxel.funding.domain.ledger import COLUMNS, balance, left, levels, lowest, standing
from vaxel.funding.domain.posting import LedgerError, post

K = EntryKind
PAYER, COUNTY, REGION, FALUN, MORA = 1, 2, 3, 4, 5
LEVEL = {PAYER: "national", COUNTY: "county", REGION: "principal", FALUN: "principal", MORA: "principal"}
DAY = dt.date(2020, 3, 1)


def entry(number, kind, kronor, source=None, target=None, day=0, **more):
    return Entry(
        id=number, day=DAY + dt.timedelta(days=day), kind=kind, ore=kronor * 100, source=source, target=target,
        **{"stream": 1, "year": 2020} | more,
    )  # fmt: skip


def book(*rows):
    """Each posted as a command would."""
    entries = []
    for row in rows:
        entries = post(entries, row)
    return entries


CHAIN = (
    entry(1, K.POT, 1000, None, PAYER),
    entry(2, K.GRANTED, 600, PAYER, FALUN),
    entry(3, K.GRANTED, 400, PAYER, REGION),
    entry(4, K.REQUISITIONED, 600, FALUN, day=10),
    entry(5, K.POOLED, 150, FALUN, COUNTY, day=20),
    entry(6, K.POOLED, 100, REGION, COUNTY, day=20),
    entry(7, K.USED, 250, COUNTY, day=100),
    entry(8, K.USED, 400, FALUN, day=200),
    entry(9, K.TO_REPAY, 50, FALUN, day=300),
)


def test_what_is_left_at_any_node_and_any_day():
    entries = book(*CHAIN)
    assert left(entries, FALUN) == 50_00
    assert left(entries, FALUN, DAY + dt.timedelta(days=19)) == 600_00
    assert left(entries, FALUN, DAY + dt.timedelta(days=20)) == 450_00
    assert left(entries, FALUN, DAY - dt.timedelta(days=1)) == 0
    now = standing(entries, FALUN)
    assert (now.granted, now.requisitioned, now.pooled, now.used, now.owed) == (600_00, 600_00, 150_00, 400_00, 50_00)
    assert (now.left, now.free, now.to_requisition) == (50_00, 0, 0)


def test_each_krona_is_once_in_every_level_it_has_been_at():
    found = levels(book(*CHAIN), LEVEL.__getitem__)
    assert found["national"].came_in == found["national"].went_on == 1000_00
    assert (found["county"].came_in, found["county"].used, found["county"].left) == (250_00, 250_00, 0)
    principal = found["principal"]
    assert (principal.came_in, principal.went_on, principal.used, principal.left) == (1000_00, 250_00, 400_00, 350_00)


def test_what_moves_within_a_level_is_not_counted_again():
    pooled = entry(10, K.POOLED, 100, REGION, FALUN, day=30)
    found = levels(book(*CHAIN[:3], pooled), LEVEL.__getitem__)
    assert found["principal"].came_in == found["principal"].left == 1000_00


def test_an_overdraft_is_refused_in_one_sentence():
    with pytest.raises(LedgerError, match="Det räcker inte: 601\xa0kr ska tas ut men 600\xa0kr är kvar"):
        book(*CHAIN[:2], entry(9, K.USED, 601, FALUN, day=1))


def test_money_taken_later_is_not_there_earlier():
    """Used in June of what is pooled in March: the sum at the end would be right, and March overdrawn."""
    entries = book(*CHAIN[:3], entry(4, K.USED, 600, FALUN, day=90))
    assert lowest(entries, Pocket(FALUN, 1, 2020), DAY) == 0
    with pytest.raises(LedgerError):
        post(entries, entry(5, K.POOLED, 1, FALUN, COUNTY, day=5))


def test_what_is_claimed_back_is_kept_until_it_is_repaid():
    with pytest.raises(LedgerError):
        post(book(*CHAIN), entry(10, K.USED, 1, FALUN, day=301))
    repaid = post(book(*CHAIN), entry(10, K.REPAID, 50, FALUN, day=310))
    assert (standing(repaid, FALUN).owed, left(repaid, FALUN)) == (0, 0)


def test_use_that_is_not_accepted_comes_back_to_be_repaid():
    entries = book(*CHAIN[:-1], entry(9, K.DISALLOWED, 30, target=FALUN, day=300))
    assert (standing(entries, FALUN).used, left(entries, FALUN)) == (370_00, 80_00)
    entries = post(entries, entry(10, K.TO_REPAY, 80, FALUN, day=300))
    entries = post(entries, entry(11, K.JUSTIFIED, 10, FALUN, day=301))
    entries = post(entries, entry(12, K.WRITTEN_OFF, 5, FALUN, day=302))
    assert standing(entries, FALUN).owed == 65_00
    with pytest.raises(LedgerError, match="65\xa0kr som återstår"):
        post(entries, entry(13, K.REPAID, 66, FALUN, day=303))


def test_declined_and_lapsed_are_return_lines_and_are_not_shared_out_anew_by_themselves():
    entries = book(*CHAIN[:3], entry(4, K.DECLINED, 400, REGION, day=2), entry(5, K.LAPSED, 600, FALUN, day=270))
    assert left(entries, PAYER) == 0
    assert balance(entries).returned == 1000_00
    again = post(entries, entry(6, K.SHARED_ANEW, 400, target=PAYER, day=280))
    assert left(again, PAYER) == 400_00


def test_what_is_requisitioned_is_not_declined():
    with pytest.raises(LedgerError, match="Avstå från högst"):
        book(*CHAIN[:4], entry(9, K.DECLINED, 1, FALUN, day=11))


def test_the_opening_of_a_year_is_the_closing_of_the_one_before():
    closing = entry(10, K.CARRIED_OUT, 200, FALUN, day=305)
    entries = book(*CHAIN[:3], closing)
    opening = entry(11, K.CARRIED_IN, 200, target=FALUN, day=306, year=2021, refers_to=10)
    with pytest.raises(LedgerError, match="Ingående belopp"):
        post(entries, replace(opening, ore=201_00))
    with pytest.raises(LedgerError, match="Ingående belopp"):
        post(entries, replace(opening, target=MORA))
    entries = post(entries, opening)
    assert balance(entries).under_way == 0
    with pytest.raises(LedgerError, match="Ingående belopp"):
        post(entries, replace(opening, id=12))
    with pytest.raises(LedgerError, match="rättad"):
        post(entries, replace(closing, id=13, reverses=10))


def test_a_reversal_undoes_from_its_day_and_only_once():
    entries = book(*CHAIN[:3], entry(4, K.USED, 100, FALUN, day=5))
    undone = entry(5, K.USED, 100, FALUN, day=8, reverses=4)
    entries = post(entries, undone)
    assert left(entries, FALUN, DAY + dt.timedelta(days=6)) == 500_00
    assert (left(entries, FALUN), standing(entries, FALUN).used) == (600_00, 0)
    with pytest.raises(LedgerError, match="redan rättad"):
        post(entries, replace(undone, id=6))


def test_a_grant_that_has_been_used_is_not_undone():
    entries = book(*CHAIN[:3], entry(4, K.USED, 100, FALUN, day=5))
    with pytest.raises(LedgerError):
        post(entries, entry(5, K.GRANTED, 600, PAYER, FALUN, day=8, reverses=2))


def test_rounding_lines_go_between_the_payer_and_the_receiver():
    entries = book(*CHAIN[:3], entry(4, K.ROUNDED_DOWN, 1, FALUN, PAYER))
    assert standing(entries, FALUN).granted == 599_00
    assert standing(entries, PAYER).shared_out == 999_00
    assert levels(entries, LEVEL.__getitem__)["principal"].came_in == 999_00


def test_every_kind_says_where_it_counts_and_what_ends_it_has():
    assert set(COLUMNS) == set(K)
    assert not well_formed(entry(1, K.GRANTED, 1, None, FALUN))
    assert not well_formed(entry(1, K.POOLED, 1, FALUN, FALUN))
    assert not well_formed(entry(1, K.USED, 0, FALUN))


# -- any story at all -------------------------------------------------------------------------------------------------

acts = st.lists(
    st.tuples(
        st.sampled_from(list(K)), st.integers(1, 300), st.sampled_from(list(LEVEL)), st.sampled_from(list(LEVEL)),
        st.integers(0, 60), st.integers(0, 3), st.integers(0, 12), st.booleans(),
    ),
    max_size=40,
)  # fmt: skip


def told(rows):
    """What the ledger has let in of the story; the rest was refused."""
    entries = [entry(1, K.POT, 1000, None, PAYER), entry(2, K.POT, 500, None, PAYER, stream=2)]
    for number, (kind, kronor, one, other, day, pocket, back, undo) in enumerate(rows, start=3):
        tried = _tried(entries, number, kind, kronor, one, other, day, pocket, back, undo)
        try:
            entries = post(entries, tried)
        except LedgerError as no:
            assert str(no).endswith(".")
    return entries


def _tried(entries, number, kind, kronor, one, other, day, pocket, back, undo):
    earlier = entries[back % len(entries)]
    if undo:
        return replace(earlier, id=number, day=earlier.day + dt.timedelta(days=day), reverses=earlier.id)
    if kind == K.CARRIED_IN:
        return replace(
            earlier, id=number, kind=kind, source=None, target=earlier.source, year=earlier.year + 1, refers_to=earlier.id
        )  # fmt: skip
    source, target = COLUMN_ENDS(kind)
    more = {"stream": 1 + pocket % 2, "year": 2020 + pocket // 2}
    return entry(number, kind, kronor, one if source else None, other if target else None, day=day, **more)


def COLUMN_ENDS(kind):
    probe = entry(1, kind, 1, 1, 2)
    ends = [(1, 2), (1, None), (None, 2)]
    return next(e for e in ends if well_formed(replace(probe, source=e[0], target=e[1], refers_to=1)))


@settings(max_examples=120, deadline=None)
@given(acts)
def test_left_used_repaid_and_returned_over_all_bodies_is_what_came_in(rows):
    entries = told(rows)
    days = sorted({one.day for one in entries})
    for day in [*days, None]:
        assert balance(entries, day).holds


@settings(max_examples=120, deadline=None)
@given(acts)
def test_no_pocket_is_ever_overdrawn_at_the_end_of_a_day(rows):
    entries = told(rows)
    for one in entries:
        for node in one.nodes:
            pocket = [each for each in entries if (each.stream, each.year) == (one.stream, one.year)]
            assert left(pocket, node, one.day) >= 0
            now = standing(pocket, node)
            assert min(now.owed, now.used, now.to_requisition, now.free) >= 0


@settings(max_examples=120, deadline=None)
@given(acts)
def test_no_level_counts_a_krona_twice(rows):
    entries = told(rows)
    found = levels(entries, LEVEL.__getitem__)
    for total in found.values():
        assert total.came_in == total.went_on + total.used + total.returned + total.left
    assert sum(one.left for one in found.values()) == balance(entries).left


@settings(max_examples=60, deadline=None)
@given(acts, st.randoms())
def test_the_order_of_reading_changes_nothing(rows, random):
    entries = told(rows)
    mixed = list(entries)
    random.shuffle(mixed)
    for node in LEVEL:
        assert standing(mixed, node) == standing(entries, node)
    assert balance(mixed) == balance(entries)
