"""The piece of a text that shows why it was found."""

import pytest

from vaxel.search.domain.asked import asked
from vaxel.search.domain.snippet import Part, marked, snippet

SKOLA = asked("skola")


def said(text):
    return "".join(part.text for part in snippet(text, SKOLA))


def test_a_piece_shows_why():
    text = "Inledning. " * 20 + "Här står något om elevhälsan i länet, och mer därtill. " + "Slut. " * 40
    parts = snippet(text, asked("elevhälsa"))
    assert [part.text for part in parts if part.found] == ["elevhälsan"]


def test_what_was_asked_for_is_marked_and_nothing_else():
    assert marked("En skola, två skolor.", SKOLA) == (
        Part("En "),
        Part("skola", found=True),
        Part(", två "),
        Part("skolor", found=True),
        Part("."),
    )
    assert marked("skola", SKOLA) == (Part("skola", found=True),)
    assert marked("", SKOLA) == ()


@pytest.mark.parametrize("text", ["En skola i länet", "Ingenting alls här", "", "skola", "a" * 100])
def test_a_short_text_is_shown_whole(text):
    assert said(text) == text


def test_sixty_letters_may_stand_before_the_word():
    assert said("En " + "x" * 56 + " skola") == "En " + "x" * 56 + " skola"
    assert said("En " + "x" * 57 + " skola") == "… " + "x" * 57 + " skola"


def test_it_begins_with_a_whole_word_at_most_sixty_letters_before():
    assert said("abc " * 30 + "skola") == "… " + "abc " * 14 + "skola"
    assert said("abc " * 30 + "- skola") == "… " + "abc " * 14 + "- skola"


def test_two_hundred_and_twenty_letters_are_shown_whole_and_one_more_is_cut_at_a_word():
    text = "skola " + "x" * 200 + " " + "y" * 13
    assert said(text) == text
    assert said(text + "y") == "skola " + "x" * 200 + " …"


@pytest.mark.parametrize(("last", "shown"), [(39, 0), (40, 40), (60, 60)])
def test_a_word_is_cut_only_where_too_much_would_go_with_it(last, shown):
    """`last`: letters of the word at the end that there is room for, the space before it included."""
    first = "skola " + "x" * (220 - 6 - last)
    assert said(f"{first} {'y' * 100}") == f"{first}{' ' if shown else ''}{'y' * (shown - 1)} …"


def test_a_piece_from_the_middle_has_its_whole_length():
    text = "abc " * 30 + "skola " + "abc " * 100
    assert said(text) == "… " + "abc " * 14 + "skola" + " abc" * 39 + " …"


def test_a_long_run_before_the_word_does_not_hide_it():
    text = f"Se https://exempel.example/{'a' * 60}/skola och mer"
    assert [part.text for part in snippet(text, SKOLA) if part.found] == ["skola"]
