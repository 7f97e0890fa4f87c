import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.files.domain.names import LONGEST, clean_name, extension_of


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Årsrapport 2019.pdf", "Årsrapport 2019.pdf"),
        ("..\\..\\hemligt\\Årsrapport: 2019.pdf", "Årsrapport- 2019.pdf"),
        ("/etc/passwd", "passwd"),
        ("a\r\nContent-Type: text/html.pdf", "html.pdf"),
        ("gpj.\u202efdp.exe", "gpj.fdp.exe"),
        ("  .pdf", "fil.pdf"),
        ("", "fil"),
        ("...", "fil"),
        ("A\u030are.csv", "Åre.csv"),
        ("MAXX", "MAXX"),
        ("X.pdf", "X.pdf"),
        (". a .pdf", "a.pdf"),
        ("Rapport.slutlig.version.pdf", "Rapport.slutlig.version.pdf"),
        ("rapport.abcdefghijkl", "rapport.abcdefghij"),
        ("a" * 151, "a" * 150),
        ("a" * 200 + ".pdf", "a" * 146 + ".pdf"),
    ],
)
def test_names_are_made_safe(given_name, kept):
    assert clean_name(given_name) == kept


@given(st.text(max_size=400))
def test_any_name_becomes_a_plain_one_and_stays_so(name):
    found = clean_name(name)
    assert 0 < len(found) <= LONGEST
    assert not set(found) & set('/\\<>:"|?*\r\n')
    assert not any(unicodedata.category(letter)[0] == "C" for letter in found)
    assert clean_name(found) == found


@given(st.text(min_size=1, max_size=400), st.sampled_from(["pdf", "docx", "xlsx"]))
def test_the_extension_outlives_the_cutting(stem, extension):
    assert extension_of(f"{stem}.{extension}") == extension


@pytest.mark.parametrize(
    ("name", "extension"), [("a.pdf", "pdf"), ("A.PDF", "pdf"), ("a.b.pdf", "pdf"), ("fil", ""), ("", ""), ("a.", "")]
)
def test_the_extension_is_what_follows_the_last_dot(name, extension):
    assert extension_of(name) == extension
