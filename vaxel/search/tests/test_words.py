"""What counts as the same word, as a table; and that nothing typed can be more than words."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.search.domain.asked import LONGEST, MOST, asked
from vaxel.search.domain.snippet import marked, snippet
from vaxel.search.domain.words import STEM, bare, forms, spaced, stem, tokens, words

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
hem hemmet hemmen
ord ordet orden
"""


@pytest.mark.parametrize("line", SAME.strip().splitlines())
def test_forms_of_one_word_have_one_stem(line):
    assert len({stem(word) for word in words(line)}) == 1


@pytest.mark.parametrize(
    "pair", ["får far", "åre år", "län lån", "sedan sed", "organ org", "all al", "eget eg", "lgr11 lgr1"]
)
def test_other_words_have_another(pair):
    one, other = words(pair)
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("får", "far"),
        ("köer", "koer"),
        ("idé", "ide"),
        ("smørø", "smoro"),
        ("læge", "lage"),
        ("đuro", "duro"),
        ("łódź", "lodz"),
    ],
)
def test_a_word_without_its_marks(word, plain):
    assert bare(word) == plain


def test_a_word_is_found_with_its_marks_or_without_whole_or_as_a_stem():
    assert forms("får") == {"får", "far", STEM + "får", STEM + "far"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nummer 2026-014", ["nummer", "2026014"]),
        ("2025–2027", ["20252027"]),
        ("1-2–3", ["123"]),
        ("Malung-Sälen", ["malung", "sälen"]),
        ("a_b", ["a", "b"]),
    ],
)
def test_a_number_with_dashes_is_one_word(text, found):
    assert words(text) == found


def test_the_parts_of_a_number_are_found_too():
    assert tokens("2025–2027") == sorted([*forms("20252027"), *forms("2025"), *forms("2027")])


def test_words_spaced_have_one_space_around_each():
    assert spaced(["psykisk", "halsa"]) == " psykisk halsa "
    assert spaced([]) == " "


def test_another_thread_finds_the_same_stem():
    with ThreadPoolExecutor(1) as other:
        assert other.submit(stem, "vårdcentralerna").result() == "vårdcentral"


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


@pytest.mark.parametrize(
    ("typed", "beginning"),
    [
        ("e", ""),
        ("el", "el"),
        ("skola e", "e"),
        ("tax", "tax"),
        ("TAX", "tax"),
        ('"skola" tax', "tax"),
        ('elev "Dal" ', ""),
        ("elev «Dal»\n", ""),
        ('  elev "Dal"', ""),
        ("elevhälsa i", ""),
    ],
)
def test_a_word_is_unfinished_if_it_is_the_last_typed_and_two_letters_long_or_not_alone(typed, beginning):
    assert asked(typed).terms[-1].beginning == beginning


@pytest.mark.parametrize(
    ("typed", "word", "fits"),
    [
        ("skolan plan", "skola", True),
        ("skol plan", "skolgård", False),
        ("skol", "skolgård", True),
        ("åld", "ÅLDRE".casefold(), True),
        ("ald", "äldre", True),
        ("hälsa", "elevhälsa", False),
        ('"skolan"', "skola", False),
    ],
)
def test_the_first_word_typed_fits_a_word_in_a_text(typed, word, fits):
    assert asked(typed).terms[0].fits(word) == fits


def test_one_word_in_quotes_is_no_phrase_and_none_is_nothing():
    assert asked('"hälsa"').phrases == ()
    assert asked('"!" unga').phrases == ()
    assert [term.typed for term in asked('"!" unga').terms] == ["unga"]


def test_a_hundred_letters_and_ten_words_are_read():
    assert asked("x" * 120).terms[0].typed == "x" * 100
    many = [f"ord{place}" for place in range(11)]
    assert [term.typed for term in asked(" ".join(many)).terms] == many[:10]
    assert len(asked("".join(f'"a {place}"' for place in range(20))[:100]).phrases) == 10


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
