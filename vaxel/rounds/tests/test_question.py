"""What a template is made of: its questions in order, and what kind each type is of."""

import pytest

from vaxel.rounds.domain.combining import Way, ways
from vaxel.rounds.domain.question import (
    CHOICES,
    WITH_OPTIONS,
    Question,
    Questions,
    QuestionType,
    Scale,
    Section,
)

FIRST, SECOND, THIRD = (Question(key, QuestionType.TEXT) for key in ("a", "b", "c"))
BOTH = Questions((Section("s1", questions=(FIRST, SECOND)), Section("s2"), Section("s3", questions=(THIRD,))))


def test_a_templates_questions_are_those_of_its_sections_in_order():
    assert list(BOTH) == [FIRST, SECOND, THIRD]
    assert (len(BOTH), len(Questions())) == (3, 0)


def test_a_question_is_found_by_its_id_or_not_at_all():
    assert [BOTH.find(key) for key in ("a", "c", "d")] == [FIRST, THIRD, None]
    assert Questions().find("a") is None


@pytest.mark.parametrize(
    ("scale", "steps"),
    [(Scale(), [1, 2, 3, 4, 5]), (Scale(0, 2), [0, 1, 2]), (Scale(-1, 0), [-1, 0])],
)
def test_a_scale_has_both_its_ends(scale, steps):
    assert list(scale.steps) == steps


def test_which_types_have_options():
    assert {kind for kind in QuestionType if kind in CHOICES} == {"one", "many"}
    assert {kind for kind in QuestionType if kind in WITH_OPTIONS} == {"one", "many", "section_ref"}


def test_what_is_measured_is_summed_and_what_is_written_is_joined():
    found = {kind: ways(Question("q", kind)) for kind in QuestionType}
    assert {kind for kind in found if Way.SUM in found[kind]} == {"number", "money"}
    assert {kind for kind in found if Way.JOIN in found[kind]} == {"text", "long_text", "many"}
