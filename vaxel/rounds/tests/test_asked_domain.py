"""Rulebook: whom a section is put to, and what a body of one or several kinds sees of it."""

import pytest

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.asked import for_body, is_divided, is_for
from vaxel.rounds.domain.question import Question, Questions, QuestionType, Section

EVERYONES = Section("all", "Alla", questions=(Question("q", QuestionType.TEXT),))
MUNICIPAL = Section("own", "Kommunens medel", for_kinds=(Kind.MUNICIPALITY,))
BOTHS = Section("both", "Medel", for_kinds=(Kind.MUNICIPALITY, Kind.REGION))
DIVIDED = Questions((EVERYONES, MUNICIPAL, BOTHS))


@pytest.mark.parametrize(
    ("section", "kinds", "put_to"),
    [
        (EVERYONES, [Kind.COUNTY], True),
        (EVERYONES, [], True),
        (MUNICIPAL, [Kind.MUNICIPALITY], True),
        (MUNICIPAL, [Kind.REGION], False),
        (MUNICIPAL, [], False),
        (MUNICIPAL, [Kind.REGION, Kind.MUNICIPALITY], True),
        (BOTHS, {Kind.REGION}, True),
        (BOTHS, (Kind.COUNTY,), False),
    ],
)
def test_a_section_is_for_everyone_or_for_any_of_its_kinds(section, kinds, put_to):
    assert is_for(section, kinds) == put_to


@pytest.mark.parametrize(
    ("sections", "divided"),
    [((), False), ((EVERYONES,), False), ((EVERYONES, MUNICIPAL), True), ((MUNICIPAL,), True)],
)
def test_a_form_is_divided_by_one_section_that_is_not_everyones(sections, divided):
    assert is_divided(Questions(sections)) == divided


@pytest.mark.parametrize(
    ("kinds", "seen"),
    [
        ([Kind.REGION], {"all": (), "both": ()}),  # simply theirs
        ([Kind.MUNICIPALITY], {"all": (), "own": (), "both": ()}),
        # one of several kinds is told which they are for
        (
            [Kind.REGION, Kind.MUNICIPALITY],
            {"all": (), "own": MUNICIPAL.for_kinds, "both": BOTHS.for_kinds},
        ),
        ([Kind.COUNTY, Kind.REGION], {"all": (), "both": BOTHS.for_kinds}),
        ([], {"all": ()}),
    ],
)
def test_a_body_sees_its_own_sections(kinds, seen):
    assert {section.id: section.for_kinds for section in for_body(DIVIDED, kinds).sections} == seen


def test_a_sections_words_and_questions_are_the_same_in_everyones_view():
    mine = for_body(DIVIDED, [Kind.MUNICIPALITY])
    assert mine.sections[0] == EVERYONES
    assert [section.title for section in mine.sections] == ["Alla", "Kommunens medel", "Medel"]
