"""What the ledger refuses, and the sentence that says why; the last entry that is right stands beside it."""

from dataclasses import replace

import pytest

from vaxel.funding.domain.entries import EntryKind
from vaxel.funding.domain.posting import LedgerError, post
from vaxel.funding.tests.test_ledger_rules import COUNTY, FALUN, PAYER, REGION, book, entry

K = EntryKind
GRANTS = (
    entry(1, K.POT, 1000, None, PAYER),
    entry(2, K.GRANTED, 600, PAYER, FALUN),
    entry(3, K.GRANTED, 400, PAYER, REGION),
)
NOT_TO_CORRECT = "redan rättad, eller så bygger en senare post på den"
BUILT_UPON = "en senare post bygger på den. Rätta den senare posten först"


def refused(entries, one):
    with pytest.raises(LedgerError) as no:
        post(entries, one)
    assert str(no.value) == str(no.value.sentence)
    assert no.value.field == "ore"
    return str(no.value).replace("\xa0", " ")


def test_an_entry_without_a_sum_or_with_one_end_too_few_is_none():
    said = "Beloppet ska vara större än noll, och gå från en organisation till en annan."
    assert refused([], entry(1, K.POT, 0, None, PAYER)) == said
    assert refused(list(GRANTS), entry(4, K.POOLED, 1, FALUN, FALUN)) == said


def test_not_an_ore_more_than_is_left():
    entries = book(*GRANTS, entry(4, K.USED, 600, FALUN, day=1))
    assert refused(entries, replace(entry(5, K.USED, 1, FALUN, day=1), ore=1)) == (
        "Det räcker inte: 0,01 kr ska tas ut men 0 kr är kvar av inriktningen den dagen. Ta ut mindre."
    )


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (K.REQUISITIONED, "1 kr är mer än de 0 kr som är kvar att rekvirera. Rekvirera högst så mycket."),
        (K.DECLINED, "1 kr är mer än de 0 kr som är kvar att rekvirera. Avstå från högst så mycket."),
        (K.LAPSED, "1 kr är mer än de 0 kr som är kvar att rekvirera. Högst så mycket kan förfalla."),
        (K.JUSTIFIED, "1 kr är mer än de 0 kr som återstår att betala tillbaka. Skriv högst så mycket."),
        (K.WRITTEN_OFF, "1 kr är mer än de 0 kr som återstår att betala tillbaka. Skriv av högst så mycket."),
        (K.REPAID, "1 kr är mer än de 0 kr som återstår att betala tillbaka. Skriv högst så mycket."),
    ],
)
def test_what_is_requisitioned_or_not_owed_is_the_limit(kind, said):
    entries = book(*GRANTS, entry(4, K.REQUISITIONED, 600, FALUN, day=1))
    assert refused(entries, entry(5, kind, 1, FALUN, day=2)) == said


def test_no_more_is_disallowed_than_was_used():
    entries = book(*GRANTS, entry(4, K.USED, 5, FALUN, day=1))
    assert post(entries, entry(5, K.DISALLOWED, 5, target=FALUN, day=2))
    assert refused(entries, entry(5, K.DISALLOWED, 6, target=FALUN, day=2)) == (
        "6 kr är mer än de 5 kr som är redovisade som använda. Underkänn högst så mycket."
    )


def test_what_is_claimed_back_already_is_not_claimed_again():
    entries = book(*GRANTS, entry(4, K.USED, 500, FALUN, day=1), entry(5, K.TO_REPAY, 60, FALUN, day=2))
    assert post(entries, entry(6, K.TO_REPAY, 40, FALUN, day=3))
    assert refused(entries, entry(6, K.TO_REPAY, 41, FALUN, day=3)) == (
        "41 kr är mer än de 40 kr som är kvar. Underkänn användning, eller kräv tillbaka mindre."
    )


def test_another_years_grant_is_not_requisitioned_in_this():
    entries = book(entry(1, K.POT, 1000, None, PAYER, year=2021), entry(2, K.GRANTED, 600, PAYER, FALUN, year=2021))
    assert "mer än de 0 kr" in refused(entries, entry(3, K.REQUISITIONED, 1, FALUN))
    assert post(entries, entry(3, K.REQUISITIONED, 600, FALUN, year=2021))


# -- the opening of a year ---------------------------------------------------------------------------------------------

CLOSED = (
    *GRANTS,
    entry(10, K.CARRIED_OUT, 200, FALUN, day=305),
    entry(11, K.CARRIED_OUT, 100, REGION, day=305),
)
OPENING = entry(20, K.CARRIED_IN, 200, target=FALUN, day=305, year=2021, refers_to=10)


def test_each_body_opens_with_its_own_closing_on_the_same_day_at_the_earliest():
    entries = post(book(*CLOSED), OPENING)
    entries = post(entries, entry(21, K.CARRIED_IN, 100, target=REGION, day=306, year=2021, refers_to=11))
    assert [one.id for one in entries[-2:]] == [20, 21]


@pytest.mark.parametrize(
    "wrong",
    [
        {"refers_to": 99},
        {"refers_to": 2},
        {"refers_to": 11},
        {"ore": 199_99},
        {"year": 2022},
        {"stream": 2},
        {"target": REGION},
        {"day": CLOSED[3].day.replace(day=1)},
    ],
)
def test_an_opening_that_is_no_closing(wrong):
    assert refused(book(*CLOSED), replace(OPENING, **wrong)) == (
        "Ingående belopp ska vara det som fördes över från året före, en gång. Stäng det året först."
    )


# -- reversals ---------------------------------------------------------------------------------------------------------

USED = entry(4, K.USED, 100, FALUN, day=5)


def test_an_entry_is_undone_on_its_own_day_at_the_earliest():
    assert post(book(*GRANTS, USED), replace(USED, id=5, reverses=4))[-1].id == 5


@pytest.mark.parametrize(
    "wrong", [{"reverses": 99}, {"ore": 99_00}, {"kind": K.LAPSED}, {"year": 2021}, {"day": GRANTS[0].day}]
)
def test_what_is_undone_is_the_very_same(wrong):
    assert NOT_TO_CORRECT in refused(book(*GRANTS, USED), replace(USED, **{"id": 5, "reverses": 4} | wrong))


def test_what_undoes_is_not_itself_undone():
    undone = replace(USED, id=5, reverses=4)
    assert NOT_TO_CORRECT in refused(book(*GRANTS, USED, undone), replace(undone, id=6, reverses=5))


def test_a_closing_may_be_undone_when_its_opening_has_been():
    entries = post(book(*CLOSED), OPENING)
    undo = replace(CLOSED[3], id=30, reverses=10)
    assert NOT_TO_CORRECT in refused(entries, undo)
    entries = post(entries, replace(OPENING, id=29, reverses=20))
    assert post(entries, undo)[-1].id == 30


@pytest.mark.parametrize(
    ("later", "undo"),
    [
        (entry(5, K.REQUISITIONED, 600, FALUN, day=1), replace(GRANTS[1], id=9, reverses=2)),
        (entry(5, K.REPAID, 30, FALUN, day=9), entry(9, K.TO_REPAY, 50, FALUN, day=7, reverses=8)),
        (entry(5, K.DISALLOWED, 60, target=FALUN, day=8), entry(9, K.USED, 100, FALUN, day=6, reverses=7)),
        (entry(5, K.TO_REPAY, 550, FALUN, day=8), entry(9, K.POOLED, 100, REGION, FALUN, day=6, reverses=6)),
    ],
)
def test_what_has_been_built_upon_is_not_undone(later, undo):
    entries = book(
        *GRANTS,
        entry(6, K.POOLED, 100, REGION, FALUN, day=6),
        entry(7, K.USED, 100, FALUN, day=6),
        entry(8, K.TO_REPAY, 50, FALUN, day=7),
        later,
    )
    assert BUILT_UPON in refused(entries, undo)


def test_a_grant_that_nothing_is_built_upon_is_undone():
    entries = book(*GRANTS, entry(4, K.POOLED, 100, REGION, COUNTY, day=1))
    assert post(entries, replace(GRANTS[1], id=5, reverses=2))[-1].id == 5
