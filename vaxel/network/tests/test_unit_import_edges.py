"""A file of units at the edges: ids that look alike, names that come again, rings, and what falls with an unsure row."""

import pytest

from vaxel.network.domain.unit_import import Change, Fate, Known, Row, Why, judge, likeness, to_write

OFFICE = Known("0101", "Socialkontoret Norra")
CLINIC = Known("0102", "Ungdomsmottagningen", parent="0101")
CLOSED = Known("0099", "Gamla gården", ended=True)
KNOWN = [OFFICE, CLINIC, CLOSED]


def fates(rows, known=KNOWN):
    return [(each.fate, each.why) for each in judge(rows, known)]


def written(rows, accepted=()):
    return [each.row.line for each in to_write(judge(rows, KNOWN), accepted=set(accepted))]


@pytest.mark.parametrize("own_id", ["1010", "X101", "X0101", "101X", "01010", "0100"])
def test_only_noughts_at_the_beginning_are_lost_by_a_spreadsheet(own_id):
    assert fates([Row(2, own_id, "Öppenvården")]) == [(Fate.NEW, None)]


def test_an_id_in_letters_is_not_read_as_a_number():
    assert fates([Row(2, "7", "Öppenvården")], [Known("X7", "Boendet")]) == [(Fate.NEW, None)]
    assert fates([Row(2, "07", "Öppenvården")], [Known("007", "Boendet")]) == [(Fate.UNSURE, Why.LOST_ZEROS)]


def test_a_name_is_free_again_when_its_unit_has_ended():
    assert fates([Row(2, "8", "Gamla gården")]) == [(Fate.NEW, None)]


@pytest.mark.parametrize("order", [1, -1])
def test_a_living_unit_hides_an_ended_one_with_its_id(order):
    known = [Known("7", "Boendet"), Known("7", "Boendet", ended=True)][::order]
    assert fates([Row(2, "7", "Boendet")], known) == [(Fate.UNCHANGED, None)]


def test_the_longest_id_and_name_are_taken():
    assert fates([Row(2, "x" * 40, "y" * 200)]) == [(Fate.NEW, None)]


@pytest.mark.parametrize("row", [Row(2, "7\x07", "Namn"), Row(2, "7", "Na\tmn"), Row(2, "7", "Namn", "01\x0001")])
def test_control_characters_are_refused_wherever_they_stand(row):
    assert fates([row]) == [(Fate.REFUSED, Why.CONTROL_CHARACTERS)]


@pytest.mark.parametrize(
    ("name", "fate"), [("Norr", Fate.CHANGED), ("Noxx", Fate.CHANGED), ("Nxxx", Fate.UNSURE), ("Söder", Fate.UNSURE)]
)
def test_a_name_half_alike_is_still_the_same_units(name, fate):
    (judged,) = judge([Row(2, "5", name)], [Known("5", "Nord")])
    assert judged.fate == fate
    assert judged.changes == (Change("name", "Nord", name),), "what it would change is told in any case"


def test_a_ring_is_found_through_a_unit_whose_parent_the_file_does_not_tell():
    rows = [Row(2, "0102", "Ungdomsmottagningen"), Row(3, "0101", "Socialkontoret Norra", parent="0102")]
    assert fates(rows) == [(Fate.UNCHANGED, None), (Fate.REFUSED, Why.RING)]


def test_what_lies_below_a_ring_is_not_in_it():
    rows = [Row(2, "7", "A", parent="8"), Row(3, "8", "B", parent="9"), Row(4, "9", "C", parent="8")]
    refused = Fate.REFUSED
    assert fates(rows) == [(refused, Why.UNKNOWN_PARENT), (refused, Why.RING), (refused, Why.RING)]


UNSURE = [
    Row(2, "101", "Nya norr"),  # the noughts are lost
    Row(2, "7", "Ungdomsmottagningen"),  # another has its name
    Row(2, "0099", "Gamla gården"),  # ended
]


@pytest.mark.parametrize("row", UNSURE, ids=lambda row: row.own_id)
def test_all_below_an_unsure_row_waits_for_it(row):
    below = [Row(3, "20", "Under", parent=row.own_id), Row(4, "21", "Längre ner", parent="20")]
    free = Row(5, "22", "Fristående")
    assert written([row, *below, free]) == [5]
    assert written([row, *below, free], accepted=[2]) == [2, 3, 4, 5]


def test_an_unsure_row_of_a_unit_that_is_there_holds_nothing_back():
    rows = [Row(2, "0102", "Boendestöd"), Row(3, "20", "Under", parent="0102")]
    assert fates(rows)[0] == (Fate.UNSURE, Why.OTHER_NAME)
    assert written(rows) == [3]


def test_what_lies_below_a_unit_that_does_not_change_is_written():
    assert written([Row(2, "0101", "Socialkontoret Norra"), Row(3, "20", "Under", parent="0101")]) == [3]


def test_a_unit_that_may_not_be_moved_keeps_those_below_it():
    rows = [
        Row(2, "101", "Nya norr"),
        Row(3, "0102", "Ungdomsmottagningen", parent="101"),
        Row(4, "20", "Under", parent="0102"),
    ]
    assert written(rows) == [4]


def test_below_a_unit_that_is_there_one_may_stand_though_its_own_row_is_refused():
    rows = [Row(2, "0102", "Ungdomsmottagningen", parent="0404"), Row(3, "20", "Under", parent="0102")]
    assert fates(rows) == [(Fate.REFUSED, Why.UNKNOWN_PARENT), (Fate.NEW, None)]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("Norra kontoret", "NORRA-KONTORET.", 1),
        ("Norr Syd", "Norr", 8 / 12),
        ("Norr", "", 0),
        ("x" + "ab" * 99 + "a", "ab" * 100, 199 / 200),
    ],
)
def test_names_are_alike_by_the_letters_and_spaces_they_share(one, other, share):
    assert likeness(one, other) == pytest.approx(share)
