"""A form sent twice is one act; anything else about it, and it is another."""

import pytest

from vaxel.signals.domain.keys import step_key

FORM = {"key": "k1", "whose": "7", "step": "answer", "words": "Tack", "again": 0}


@pytest.mark.parametrize("key", [None, ""])
def test_what_comes_from_no_form_has_no_key(key):
    assert step_key(key, "7", "answer") is None


def test_the_same_form_with_the_same_words_is_the_same_act():
    assert step_key(**FORM) == step_key(**FORM)


@pytest.mark.parametrize(
    "other", [{"key": "k2"}, {"whose": "8"}, {"step": "close"}, {"words": "Tack!"}, {"again": 1}, {"words": ""}]
)
def test_anything_else_is_another_act(other):
    assert step_key(**FORM | other) != step_key(**FORM)


def test_a_word_that_moves_from_one_field_to_the_next_is_another_act():
    assert step_key("k1", "7", "answer", "Tack") != step_key("k1", "7", "answerTack", "")


def test_a_form_sent_before_an_upgrade_is_known_after_it():
    kept = "61d30645c888a8194c6f1eb4b6e29a59c29bcc5661b54584ec656dc8bfbf894d"
    assert step_key(**FORM) == kept
