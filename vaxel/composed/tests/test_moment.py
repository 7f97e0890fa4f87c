"""Within a moment a thing is asked once; outside it, each time."""

import pytest

from vaxel.composed import once_a_moment, one_moment


def test_once_within_and_anew_in_the_next():
    asked = []
    ask = once_a_moment(lambda *args, **named: asked.append((args, named)) or len(asked))
    with one_moment():
        assert ask(1) == ask(1) == 1
        assert ask(2) == 2
        assert ask(1, kind="a") == ask(1, kind="a") == 3
    with one_moment():
        assert ask(1) == 4
    assert (ask(1), ask(1)) == (5, 6)


def test_two_questions_are_two():
    first, second = once_a_moment(lambda one: ("first", one)), once_a_moment(lambda one: ("second", one))
    with one_moment():
        assert (first(1), second(1)) == (("first", 1), ("second", 1))


def test_a_moment_ends_also_when_the_page_fails():
    asked = []
    ask = once_a_moment(lambda: asked.append(1) or len(asked))
    with pytest.raises(ZeroDivisionError), one_moment():
        ask() / 0
    assert (ask(), ask()) == (2, 3)
