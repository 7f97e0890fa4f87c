"""Which words of a signal carry something."""

import pytest

from vaxel.signals.domain.stems import stems_of


@pytest.mark.parametrize(
    "words",
    [
        "och att det som den för med till har inte när man men han hon vår våra vårt era ert oss dem denna detta dessa",
        "från eller kan ska skulle blir blev bli var vara varit finns finnas alla allt många mycket mer mest också bara",
        "där här hur vad vem vilka vilken över under efter innan mellan utan sig sin sitt sina deras vill får fick ett",
        "två tre flera något någon några inom samt gör göra göras sedan själv dag dagar år vid mot redan ofta",
    ],
)
def test_common_words_say_nothing(words):
    assert stems_of(words) == frozenset()


@pytest.mark.parametrize(("text", "stems"), [("Bup", {"bup"}), ("IT", set()), ("skolorna, Skola!", {"skol"})])
def test_a_word_of_three_letters_says_something_and_its_forms_are_one(text, stems):
    assert stems_of(text) == stems
