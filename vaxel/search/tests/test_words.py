"""What counts as the same word, as a table; and that nothing typed can be more than words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.search.domain.asked import LONGEST, MOST, asked
from vaxel.search.domain.near import near
from vaxel.search.domain.snippet import marked, snippet
from vaxel.search.domain.words import STEM, forms, stem, tokens, words

SAME = """
elevhälsa elevhälsan elevhälsans
skola skolan skolans skolor skolorna
kommun kommunen kommuner kommunerna kommuners
program programmet programmen
vårdprogram vårdprogrammet vårdprogrammen vårdprogrammets
beslut beslutet besluten
län länet länets länens
nätverk nätverket nätverken
plan planen planer planerna
redovisning redovisningen redovisningar
Dalarna Dalarnas
enhet enheten enheter enheternas
"""


@pytest.mark.parametrize("line", SAME.strip().splitlines())
def test_forms_of_one_word_have_one_stem(line):
    assert len({stem(word) for word in words(line)}) == 1


@pytest.mark.parametrize("pair", ["får far", "åre år", "län lån", "sedan sed", "organ org"])
def test_other_words_have_another(pair):
    one, other = words(pair)
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("are", "Åre kommun", True),
        ("Åre", "Åre kommun", True),
        ("får", "far och son", False),
        ("far", "får och lamm", True),  # typed without marks: both
        ("elev", "elevhälsan", True),  # the last word may be unfinished
        ("2321", "kod 2321", True),
        ("2026-014", "nummer 2026-014", True),
        ("2026-014", "2026 och 014", False),
        ("014", "nummer 2026-014", True),
        ("Dalarna", "Dals-Ed", False),
        ("SKOLORNA", "en skola", True),
        ("hälsa", "elevhälsa", False),  # compounds are not split
    ],
)
def test_a_word_typed_and_a_text(typed, text, found):
    (term,) = asked(typed).terms
    held = set(tokens(text))
    begins = term.beginning and any(one.startswith(term.beginning) for one in held)
    assert (term.token in held or bool(begins)) == found


def test_only_the_last_word_may_be_unfinished():
    assert [term.beginning for term in asked("elev Dal").terms] == ["", "dal"]
    assert [term.beginning for term in asked('elev "Dal"').terms] == ["", ""]


def test_little_words_are_passed_over_unless_there_is_nothing_else():
    assert [term.typed for term in asked("elevhälsa i Dalarna").terms] == ["elevhälsa", "dalarna"]
    assert [term.typed for term in asked("för").terms] == ["för"]


def test_quotes_hold_words_together_as_they_are_written():
    found = asked("”psykisk hälsa” unga")
    assert found.phrases == (" psykisk halsa ",)
    assert [term.token for term in found.terms] == ["psykisk", "hälsa", STEM + "ung"]


def test_a_piece_shows_why():
    text = "Inledning. " * 20 + "Här står något om elevhälsan i länet, och mer därtill. " + "Slut. " * 40
    parts = snippet(text, asked("elevhälsa"))
    assert [part.text for part in parts if part.found] == ["elevhälsan"]
    whole = "".join(part.text for part in parts)
    assert whole.startswith("… ") and whole.endswith(" …") and len(whole) < 300


def test_the_nearest_spelling_first_and_one_of_each_word():
    assert near("elevhäsla", ["Elevhälsa i Dalarna", "Elevhälsan", "Redovisning"]) == ["Elevhälsa"]
    assert near("dalarna", ["Dalarna"]) == []


@given(st.text(max_size=300))
def test_whatever_is_typed_is_letters_and_digits(text):
    found = asked(text)
    assert len(found.terms) <= MOST
    for term in found.terms:
        assert all(letter.isalnum() or letter == STEM for letter in term.token + term.beginning)


@given(st.text(max_size=LONGEST), st.text(max_size=200))
def test_marking_loses_nothing(typed, text):
    assert "".join(part.text for part in marked(text, asked(typed))) == text
    assert len("".join(part.text for part in snippet(text, asked(typed)))) <= len(text) + 4


@given(st.text(max_size=60))
def test_a_word_that_stands_there_is_found(text):
    held = set(tokens(text))
    for word in words(text):
        assert forms(word) <= held
