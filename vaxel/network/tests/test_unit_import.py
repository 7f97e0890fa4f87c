"""Chapter: what becomes of each row when a principal brings a file of its units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.files.tests.costs import work
from vaxel.network.domain.unit_import import Change, Fate, Known, Row, Why, judge, to_write

OFFICE = Known("0101", "Socialkontoret Norra", parent="", mailbox="norra@kommun.example")
CLINIC = Known("0102", "Ungdomsmottagningen", parent="0101")
CLOSED = Known("0099", "Gamla gården", ended=True)
KNOWN = [OFFICE, CLINIC, CLOSED]

# (row, fate, why, about) for a file of that one row
GOLDEN = [
    (Row(2, "0103", "Öppenvården"), Fate.NEW, None, ""),
    (Row(2, "0103", "Öppenvården", parent="0101"), Fate.NEW, None, ""),
    (Row(2, "0101", "Socialkontoret Norra"), Fate.UNCHANGED, None, ""),
    (Row(2, "0101", "Socialkontoret Norra", "", "norra@kommun.example"), Fate.UNCHANGED, None, ""),
    (Row(2, "0101", "Socialkontoret i norr"), Fate.CHANGED, None, ""),
    (Row(2, "0101", "Socialkontoret Norra", mailbox=""), Fate.CHANGED, None, ""),
    (Row(2, "0102", "Ungdomsmottagningen", parent=""), Fate.CHANGED, None, ""),
    (Row(2, "0102", "Boendestöd"), Fate.UNSURE, Why.OTHER_NAME, "Ungdomsmottagningen"),
    (Row(2, "101", "Socialkontoret Norra"), Fate.UNSURE, Why.LOST_ZEROS, "0101"),
    (Row(2, "0777", "ungdoms-mottagningen"), Fate.NEW, None, ""),
    (Row(2, "0777", "UNGDOMSMOTTAGNINGEN."), Fate.UNSURE, Why.SAME_NAME, "0102"),
    (Row(2, "0099", "Gamla gården"), Fate.UNSURE, Why.ENDED, "Gamla gården"),
    (Row(2, "", "Namn"), Fate.REFUSED, Why.NO_ID, ""),
    (Row(2, "7", ""), Fate.REFUSED, Why.NO_NAME, ""),
    (Row(2, "x" * 41, "Namn"), Fate.REFUSED, Why.LONG_ID, ""),
    (Row(2, "7", "x" * 201), Fate.REFUSED, Why.LONG_NAME, ""),
    (Row(2, "7", "Namn\x00"), Fate.REFUSED, Why.CONTROL_CHARACTERS, ""),
    (Row(2, "7", "Namn", mailbox="ingen adress"), Fate.REFUSED, Why.NOT_AN_ADDRESS, ""),
    (Row(2, "7", "Namn", parent="0404"), Fate.REFUSED, Why.UNKNOWN_PARENT, "0404"),
    (Row(2, "7", "Namn", parent="0099"), Fate.REFUSED, Why.UNKNOWN_PARENT, "0099"),
    (Row(2, "7", "Namn", parent="7"), Fate.REFUSED, Why.RING, "7"),
    (Row(2, "0101", "Socialkontoret Norra", parent="0102"), Fate.REFUSED, Why.RING, "0102"),
]


@pytest.mark.parametrize(("row", "fate", "why", "about"), GOLDEN)
def test_one_row(row, fate, why, about):
    (judged,) = judge([row], KNOWN)
    assert (judged.fate, judged.why, judged.about) == (fate, why, about)


def test_a_change_says_from_what_to_what():
    (judged,) = judge([Row(2, "0101", "Socialkontoret i norr", mailbox="ny@kommun.example")], KNOWN)
    assert judged.changes == (
        Change("name", "Socialkontoret Norra", "Socialkontoret i norr"),
        Change("mailbox", "norra@kommun.example", "ny@kommun.example"),
    )


def test_an_id_twice_in_the_file_refuses_every_row_that_has_it_and_names_the_lines():
    judged = judge([Row(2, "7", "A"), Row(3, "8", "B"), Row(4, "7", "C")], [])
    assert [(each.fate, each.about) for each in judged] == [
        (Fate.REFUSED, "2, 4"),
        (Fate.NEW, ""),
        (Fate.REFUSED, "2, 4"),
    ]


def test_a_unit_may_stand_below_one_that_comes_later_in_the_file():
    judged = judge([Row(2, "8", "Under", parent="7"), Row(3, "7", "Över")], [])
    assert [each.fate for each in judged] == [Fate.NEW, Fate.NEW]


def test_a_refused_row_takes_those_below_it_along():
    judged = judge([Row(2, "9", "Längst ner", parent="8"), Row(3, "8", "Under", parent="7"), Row(4, "7", "")], [])
    assert [each.why for each in judged] == [Why.UNKNOWN_PARENT, Why.UNKNOWN_PARENT, Why.NO_NAME]


def test_a_ring_in_the_file_is_refused():
    judged = judge([Row(2, "7", "A", parent="8"), Row(3, "8", "B", parent="7")], [])
    assert {each.why for each in judged} == {Why.RING}


def test_an_unsure_row_is_written_only_when_someone_took_it_in_and_takes_those_below_it_along():
    judged = judge([Row(2, "101", "Nya norr"), Row(3, "7", "Under", parent="101"), Row(4, "8", "Fristående")], KNOWN)
    assert [each.row.line for each in to_write(judged, accepted=set())] == [4]
    assert [each.row.line for each in to_write(judged, accepted={2})] == [2, 3, 4]


def judged_of(number):
    file = [Row(line, str(line), f"Enhet {line}", parent=str(line - 1)) for line in range(2, number + 2)]
    return judge(file, [Known(f"K{one}", f"Känd {one}") for one in range(number)])


def test_twenty_thousand_rows_are_no_dearer_each_than_two_thousand():
    assert {each.why for each in judged_of(2_000)} == {Why.UNKNOWN_PARENT}
    assert work(lambda: judged_of(20_000)) < 40 * work(lambda: judged_of(2_000))


rows = st.lists(
    st.tuples(
        st.sampled_from(["", "1", "01", "2", "3"]),
        st.sampled_from(["", "Alfa", "Beta", "Helt annat namn"]),
        st.sampled_from([None, "", "1", "2", "9"]),
    ),
    max_size=6,
).map(lambda parts: [Row(line, *part) for line, part in enumerate(parts, start=2)])


@given(rows)
def test_every_row_gets_one_fate_and_the_order_is_the_files(file):
    judged = judge(file, KNOWN)
    assert [each.row for each in judged] == file


@given(rows)
def test_importing_what_was_written_again_changes_nothing(file):
    written = {each.row.own_id: each.row for each in judge(file, []) if each.writes}
    after = [Known(own_id, row.name, row.parent or "") for own_id, row in written.items()]
    assert {each.fate for each in judge(list(written.values()), after)} <= {Fate.UNCHANGED}
