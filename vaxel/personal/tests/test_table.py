"""A table says of each of its fields what it holds about a person."""

import pytest

from vaxel.personal.domain.table import Table, table


def test_each_field_is_handled_in_one_way():
    found = table("rounds.Enquiry", plain="id round", trace="asked_by", record="text answer", whose="asked_by", days=30)
    fields = {"id": "plain", "round": "plain", "asked_by": "trace", "text": "record", "answer": "record"}
    assert found == Table("rounds.Enquiry", fields, ("asked_by",), 30)


def test_what_is_not_plain_is_about_a_person():
    found = table("rounds.Enquiry", plain="id round", trace="asked_by", record="text")
    assert list(found.personal()) == [("asked_by", "trace"), ("text", "record")]


def test_a_field_handled_in_two_ways_is_a_fault():
    with pytest.raises(ValueError, match=r"rounds\.Enquiry\.text is said to be both plain and record"):
        table("rounds.Enquiry", plain="id text", record="text")
