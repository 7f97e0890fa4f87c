"""Rulebook: what a template may contain, and what must be mended before it is used."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain.question import QuestionType
from vaxel.rounds.domain.template import ContentError, check, empty, new_question_id, parse


def question(kind="text", **fields):
    base = {"id": new_question_id(), "type": kind, "label": "Hur gick det?"}
    if kind in ("one", "many"):
        base["options"] = [{"id": "a", "label": "Ja"}, {"id": "b", "label": "Nej"}]
    if kind == "table":
        base |= {"rows": [{"id": "r", "label": "2019"}], "columns": [{"id": "c", "label": "Kronor", "type": "money"}]}
    return base | fields


def content(*questions):
    return {"sections": [{"id": "s1", "title": "Läget", "questions": list(questions)}]}


@pytest.mark.parametrize("kind", [str(kind) for kind in QuestionType])
def test_every_type_of_question_passes_when_it_is_complete(kind):
    assert check(content(question(kind))) == []


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        (question(label=" "), "label", "ingen text"),
        (question("one", options=[]), "options", "färre än två"),
        (question("many", options=[{"id": "a", "label": "Ja"}, {"id": "b", "label": "ja "}]), "options", "likadana"),
        (question("number", min="tre"), "min", "inget tal"),
        (question("money", min="10", max="5"), "max", "Byt plats"),
        (question("scale", scale={"min": 5, "max": 1}), "scale", "högst elva"),
        (question("scale", scale={"min": 0, "max": 11}), "scale", "högst elva"),
        (question("table", rows=[]), "rows", "ingen rad"),
        (question("table", columns=[]), "columns", "ingen kolumn"),
        (question("table", columns=[{"id": "c", "label": "Fil", "type": "file"}]), "columns", "bara innehålla"),
        (question(show_if={"question": "finns-inte", "is": ["a"]}), "show_if", "valfråga"),
    ],
)
def test_what_must_be_mended(wrong, field, says):
    (problem,) = check(content(wrong))
    assert (problem.where, problem.field) == (wrong["id"], field)
    assert says in str(problem.sentence)


def test_a_template_without_questions_is_not_ready():
    assert "ingen fråga" in str(check(empty())[0].sentence)


def test_a_condition_looks_at_an_earlier_choice_only():
    first, second = question("one", id="q1"), question(show_if={"question": "q1", "is": ["a"]})
    assert check(content(first, second)) == []
    assert check(content(second, first)) != []


def test_a_condition_names_options_that_exist():
    (problem,) = check(content(question("one", id="q1"), question(show_if={"question": "q1", "is": ["x"]})))
    assert "vilka svar" in str(problem.sentence)


def test_the_same_question_twice_is_refused():
    same = question()
    assert any("två gånger" in str(problem.sentence) for problem in check(content(same, copy.deepcopy(same))))


@pytest.mark.parametrize(
    "broken",
    [
        [],
        {"sections": [1]},
        {"sections": [{"id": "s", "questions": [{"id": "q", "type": "poem"}]}]},
        content(question("number", decimals=10**9)),
        content(question("scale", scale={"min": "låg"})),
        content(question(show_if={"question": "q"})),
    ],
)
def test_data_that_is_no_template_is_refused_in_words(broken):
    with pytest.raises(ContentError):
        parse(broken)
    assert "fel form" in str(check(broken)[0].sentence)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@given(
    st.dictionaries(
        st.sampled_from(["label", "options", "rows", "columns", "scale", "show_if", "decimals", "min", "max_length"]),
        JSON,
    ),
    st.sampled_from([str(kind) for kind in QuestionType]),
)
def test_check_answers_whatever_the_data(fields, kind):
    for problem in check(content({**question(kind), **fields})):
        assert str(problem.sentence)
