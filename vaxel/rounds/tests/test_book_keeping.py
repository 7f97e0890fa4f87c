"""What lies in the database of a workbook between its preview and its acceptance, and reads back the same."""

import datetime as dt
import json
from decimal import Decimal

import pytest

from vaxel.rounds.domain.book import Entry, Filled
from vaxel.rounds.domain.book_keeping import kept, told


def entry(value=None, body_id=1, key="q", **more):
    return Entry("Svar", "E4", 4, body_id, key, value, **more)


def filled(*entries, seen=None):
    return Filled(7, 3, entries, seen)


@pytest.mark.parametrize(
    ("one", "row"),
    [
        (entry("Mora"), ["Svar", "E4", 4, 1, "q", "", "", "s", "Mora", "000"]),
        (entry(Decimal("1E+3")), ["Svar", "E4", 4, 1, "q", "", "", "n", "1000", "000"]),
        (entry(dt.date(2020, 1, 31)), ["Svar", "E4", 4, 1, "q", "", "", "d", "2020-01-31", "000"]),
        (entry(True), ["Svar", "E4", 4, 1, "q", "", "", "b", True, "000"]),
        (entry(False, None, ""), ["Svar", "E4", 4, None, "", "", "", "b", False, "000"]),
        (entry(formula=True), ["Svar", "E4", 4, 1, "q", "", "", "s", None, "100"]),
        (entry(error=True), ["Svar", "E4", 4, 1, "q", "", "", "s", None, "010"]),
        (entry(merged=True), ["Svar", "E4", 4, 1, "q", "", "", "s", None, "001"]),
        (entry("5", key="r1", table="t", column="k1"), ["Svar", "E4", 4, 1, "r1", "t", "k1", "s", "5", "000"]),
    ],
)
def test_a_cell_is_a_row_and_reads_back_the_same(one, row):
    rows = json.loads(json.dumps(kept(filled(one), [1])))
    assert rows == [row]
    assert told(rows) == [one]


@pytest.mark.parametrize(
    ("one", "seen", "matters"),
    [
        (entry(), None, True),  # nobody knows what it held
        (entry(), {1: {"q": "f"}}, True),  # emptied
        (entry(), {1: {"other": "f"}}, False),
        (entry(), {2: {"q": "f"}}, False),
        (entry(), {}, False),
        (entry(key="q~a"), {1: {"q": "f"}}, True),
        (entry(key="r1", table="q"), {1: {"q": "f"}}, True),
        (entry(body_id=2), None, False),  # not one of those that may be taken in
        (entry(body_id=None), None, False),
        (entry("Mora", 2), {}, True),  # what is filled is told of
        (entry("Mora", None), {}, True),
        (entry(formula=True), {}, True),
        (entry(error=True), {}, True),
        (entry(merged=True), {}, True),
        (entry(body_id=None, merged=True), {}, True),
    ],
)
def test_an_empty_cell_that_was_empty_says_nothing(one, seen, matters):
    assert told(kept(filled(one, seen=seen), [1])) == ([one] if matters else [])
