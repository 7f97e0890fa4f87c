"""On which line of a TOML text a word stands."""

import pytest

from vaxel.funding.domain.toml_lines import line_of, lines_of

TEXT = """name = "ÖK"
"year" = 2020

 [payout]
  unit_kr = 1
# rounding = "nearest"
[[stream]]
key = "a"
[stream.amounts]
"2080" = 1
'2062'=2
[[ stream ]]
key = "b"
key = "c"
shares = { "20" = 1 }
amounts . "2080" = 1
tit-le = 2
no word
[stream.shares]
20 = 5
[[stream.part]]
x = 1
[[other.part]]
x = 1
[other]
y = 1
[[third]]
[$]
z = 1
[[stream]]
"""
FOUND = {
    ("name",): 1,
    ("year",): 2,
    ("payout",): 4,
    ("payout", "unit_kr"): 5,
    ("stream",): 7,
    ("stream", 0): 7,
    ("stream", 0, "key"): 8,
    ("stream", 0, "amounts"): 9,
    ("stream", 0, "amounts", "2080"): 10,
    ("stream", 0, "amounts", "2062"): 11,
    ("stream", 1): 12,
    ("stream", 1, "key"): 13,
    ("stream", 1, "shares"): 15,
    ("stream", 1, "amounts", "2080"): 16,
    ("stream", 1, "tit-le"): 17,
    ("stream", 1, "shares", "20"): 20,
    ("stream", 1, "part"): 21,
    ("stream", 1, "part", "x"): 22,
    ("other", "part"): 23,
    ("other", "part", "x"): 24,
    ("other",): 23,
    ("other", "y"): 26,
    ("third",): 27,
    ("third", 0): 27,
    ("$",): 28,
    ("$", "z"): 29,
    ("stream", 2): 30,
}


def test_each_header_and_key_has_the_line_where_it_first_stands():
    assert lines_of(TEXT) == FOUND
    assert lines_of("") == {}
    assert lines_of("Xa = 1") == {("Xa",): 1}


def test_a_part_of_a_stream_that_has_said_nothing_yet():
    assert lines_of("[[stream]]\n[[stream]]\n[stream.amounts]\n20 = 1") == {
        ("stream",): 1,
        ("stream", 0): 1,
        ("stream", 1): 2,
        ("stream", 1, "amounts"): 3,
        ("stream", 1, "amounts", "20"): 4,
    }


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("stream", 1, "key"), 13),
        (("stream", 1, "pot_kr"), 12),
        (("stream", 0, "amounts", "0180"), 9),
        (("stream", 7, "key"), 7),
        (("payout", "level"), 4),
        (("nothing",), 1),
        ((), 1),
    ],
)
def test_what_is_missing_is_looked_for_where_it_should_stand(path, line):
    assert line_of(path, FOUND) == line
