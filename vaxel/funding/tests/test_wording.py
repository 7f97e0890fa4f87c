import pytest

from vaxel.funding.domain.wording import alike, short


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Falun", "Falun"),
        ("  Falu \t\n kommun\x00\u202e! ", "Falu kommun !"),
        (None, "None"),
        (12.5, "12.5"),
        ("", ""),
        ("å" * 60, "å" * 60),
        ("å" * 61, "å" * 60 + "…"),
    ],
)
def test_what_someone_wrote_stands_on_one_line_and_is_cut_short(said, shown):
    assert short(said) == shown


@pytest.mark.parametrize(
    ("word", "words", "hint"),
    [
        ("yaer", ["name", "year"], " (menade du ”year”?)"),
        ("popula", ["population", "populations"], " (menade du ”population”?)"),
        ("abcde", ["abcxy"], " (menade du ”abcxy”?)"),
        ("abcdefg", ["abcdxyz"], ""),
        ("x", ["year"], ""),
        ("year", [], ""),
    ],
)
def test_the_one_word_that_is_nearest_if_it_is_near(word, words, hint):
    """abcde and abcxy share six letters of ten, abcdefg and abcdxyz eight of fourteen."""
    assert alike(word, words) == hint
    assert alike(word, iter(words)) == hint
