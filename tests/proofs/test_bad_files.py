"""The promise of bad files in short, and that a place which takes one is seen to."""

import pytest

from proofs import bad_files
from proofs.bad_files.judging import Answer, found_wanting
from proofs.promise import all_met


def test_no_bad_file_is_taken_by_any_place():
    figures = bad_files.run(0.02)
    assert all_met(figures), [figure for figure in figures if not figure.ok]


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        (Answer(200, "<p>x.pdf är tom. Kontrollera filen och välj den igen.</p>", 0.1), "taken"),
        (Answer(422, "<p>Något blev fel.</p>", 0.1), "without a sentence"),
        (Answer(200, "<p>Sparat.</p>", 0.1, told_after=True), "without a sentence"),
        (Answer(500, "<p>x.pdf är tom. Kontrollera filen och välj den igen.</p>", 0.1), "500"),
    ],
)
def test_an_answer_that_does_not_refuse_is_found(answer, wrong):
    assert wrong in next(found_wanting(answer, "a file"))


def test_a_refusal_in_words_is_none():
    assert not list(
        found_wanting(Answer(422, "<b>a &amp; b.pdf</b> är tom. Kontrollera filen och välj den igen.", 1), "a")
    )
