"""A long proof says how far it has come, beside its answer."""

import pytest

from proofs.so_far import so_far

pytestmark = pytest.mark.static


def test_the_items_come_as_they_are_and_a_line_beside_them(capsys):
    assert list(so_far("abc", "letters", between=0)) == ["a", "b", "c"]
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[-1] == "… letters: 2 of 3"


def test_what_is_quick_says_nothing(capsys):
    assert list(so_far(range(1000), "numbers")) == list(range(1000))
    assert capsys.readouterr().err == ""
