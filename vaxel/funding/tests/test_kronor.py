"""Sums as people write them, both ways."""

import pytest
from django import forms

from vaxel.funding.fields import KronorField
from vaxel.funding.templatetags.kronor import bare, kronor, mkr, to_the_ore

HARD = "\u00a0"


@pytest.mark.parametrize(
    ("ore", "said"),
    [
        (13_163_463, "131 634,63 kr"),
        (13_163_400, "131 634 kr"),
        (0, "0 kr"),
        (-150, "−1,50 kr"),
        (None, "–"),
    ],
)
def test_kronor(ore, said):
    assert kronor(ore).replace(HARD, " ") == said


@pytest.mark.parametrize(
    ("ore", "said"),
    [
        (101_200_000_000, "1 012 Mkr"),
        (150_000_000, "1,5 Mkr"),
        (1_000_000, "10 000 kr"),
        (20_000_000_000, "200 Mkr"),
        (12_345_678, "123 456,78 kr"),
        (123_456_789_000, "1 234,6 Mkr"),
    ],
)
def test_millions(ore, said):
    assert mkr(ore).replace(HARD, " ") == said


def test_a_column_stands_straight():
    assert to_the_ore(100) == "1,00"
    assert to_the_ore(150) == "1,50"
    assert bare(100) == "1"


def test_the_field_reads_what_people_write():
    field = KronorField()
    assert field.clean("200 Mkr") == 20_000_000_000
    assert field.clean("131 634,63 kr") == 13_163_463
    assert field.prepare_value(13_163_463).replace(HARD, " ") == "131 634,63"
    assert field.clean(field.prepare_value(600_000_000)) == 600_000_000
    for wrong in ("-5", "många", "1.500", "", "999999999 Mkr"):
        with pytest.raises(forms.ValidationError):
            field.clean(wrong)
