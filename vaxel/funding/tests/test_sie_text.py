"""Letters that a SIE file cannot hold: what each is written as instead, and that nothing else is touched."""

import pytest

from vaxel.funding.domain.sie_text import as_sie


@pytest.mark.parametrize(
    ("letters", "instead"),
    [
        ("–—−‐‑•", "-"), ("€", "EUR"), ("…", "..."), ("×", "x"), ("”“„", '"'), ("’‘‚", "'"),
        ("™", "(TM)"), ("®", "(R)"), ("©", "(C)"), ("Ø", "Ö"), ("ø", "ö"), ("ð", "d"), ("Ð", "D"), ("þ", "th"),
        ("Þ", "Th"), ("ł", "l"), ("Ł", "L"), ("œ", "oe"), ("Œ", "OE"), ("đ", "d"), ("Đ", "D"), ("ŋ", "n"), ("Ŋ", "N"),
        ("ŧ", "t"), ("Ŧ", "T"), ("ı", "i"), ("\\", "/"), ("\xad", ""),
        ("\xa0\u202f\u2009\u2003\t\r\n\x00\x1b\u200b\u2028", " "),
    ],
)  # fmt: skip
def test_what_is_exchanged(letters, instead):
    for letter in letters:
        assert as_sie(f"a{letter}b") == f"a{instead}b"


def test_a_section_is_a_paragraph():
    assert as_sie("2 kap. 3§") == "2 kap. 3par."
    assert as_sie("§ 4 och §5") == "par. 4 och par. 5"


@pytest.mark.parametrize("text", ["Åäö ÅÄÖ é ü ñ ½ ²", "a-z {1} ~ | ' \" /", "Æ æ £ ß µ °", "x"])
def test_what_the_file_can_hold_stays(text):
    assert as_sie(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Čohkiras Šibuo", "Cohkiras Sibuo"),
        ("ﬁn ３", "fin 3"),
        ("e\u0301 A\u030a", "é Å"),
        ("ǻ", "a"),
        ("漢", "[U+6F22]"),
        ("₿", "[U+20BF]"),
        ("¤", "[U+00A4]"),
        ("😀", "[U+1F600]"),
        ("x\u0301", "x[U+0301]"),
        ("㎞²", "km²"),
    ],
)
def test_what_the_table_does_not_know_is_its_base_letter_or_its_number(text, written):
    assert as_sie(text) == written


def test_it_stands_on_one_line_with_single_spaces():
    assert as_sie("  Psykisk \n\t hälsa\r\n") == "Psykisk hälsa"


def test_an_accent_that_stands_alone_is_an_apostrophe():
    assert as_sie("Ica´s") == "Ica's"
    assert as_sie("a¨b") == "a[U+00A8]b"
