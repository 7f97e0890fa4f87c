"""Rulebook: what a template may contain, and what must be mended before it is used."""

import copy
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.question import Column, Condition, Option, Question, Questions, QuestionType, Scale, Section
from vaxel.rounds.domain.template import ContentError, check, empty, in_words, new_id, new_question_id, parse


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
        {"sections": 1},
        {"sections": [{"title": "Läget"}]},
        content(question("number", decimals=10**9)),
        content(question("number", decimals=7)),
        content(question("number", decimals=-1)),
        content(question("scale", scale={"max": float("inf")})),
        content(question("scale", scale={"min": "låg"})),
        content(question(show_if={"question": "q"})),
    ],
)
def test_data_that_is_no_template_is_refused_in_words(broken):
    with pytest.raises(ContentError):
        parse(broken)
    (problem,) = check(broken)
    assert (problem.where, problem.field, "fel form" in str(problem.sentence)) == ("", "", True)
    assert in_words(broken) == ""


def test_a_number_has_at_most_six_decimals():
    assert [next(iter(parse(content(question("number", decimals=most))))).decimals for most in (0, "2", 6)] == [0, 2, 6]


def test_a_content_with_everything_is_read_as_it_was_written():
    whole = {
        "id": "q1",
        "type": "number",
        "label": "Antal platser",
        "help": "Räkna den 31 december.",
        "required": True,
        "unit": "platser",
        "min": "0",
        "max": "900",
        "decimals": 2,
        "section_ref": "3.2",
        "max_length": "400",
        "options": [{"id": 1, "label": "Ja"}, {"id": "b"}],
        "rows": [{"id": "r", "label": "2019"}],
        "columns": [{"id": "c", "label": "Kronor", "type": "money"}, {"id": "d"}],
        "scale": {"min": 0, "max": 10, "min_label": "Inte alls", "max_label": "Helt"},
        "show_if": {"question": "q0", "is": ["a", 1]},
    }
    section = {"id": "s1", "title": "Läget", "help": "Kort.", "for_kinds": ["region"], "questions": [whole]}
    question = Question(
        "q1",
        QuestionType.NUMBER,
        label="Antal platser",
        help="Räkna den 31 december.",
        required=True,
        unit="platser",
        min="0",
        max="900",
        decimals=2,
        section_ref="3.2",
        max_length=400,
        options=(Option("1", "Ja"), Option("b", "")),
        rows=(Option("r", "2019"),),
        columns=(Column("c", "Kronor", QuestionType.MONEY), Column("d", "", QuestionType.TEXT)),
        scale=Scale(0, 10, "Inte alls", "Helt"),
        show_if=Condition("q0", frozenset({"a", "1"})),
    )
    assert parse({"sections": [section]}) == Questions((Section("s1", "Läget", "Kort.", (question,), (Kind.REGION,)),))


def test_what_is_not_said_has_its_default():
    bare = {"id": "q1", "type": "scale"}
    of_none = bare | dict.fromkeys(
        ("label", "options", "rows", "columns", "scale", "show_if", "decimals", "max_length")
    )
    for one in (bare, of_none):
        assert parse({"sections": [{"id": "s1", "questions": [one]}]}) == Questions(
            (Section("s1", "", "", (Question("q1", QuestionType.SCALE, scale=Scale(1, 5, "", "")),), ()),)
        )
    assert parse({"sections": [{"id": "s1"}]}) == Questions((Section("s1"),))
    assert parse({}) == Questions(())


def test_a_template_in_words_is_what_stands_in_it_from_above():
    sections = [
        {"id": "a", "title": "Läget", "questions": [{"id": "q1", "type": "text", "label": "Hur?", "help": "Kort."}]},
        {"id": "b", "help": "Bara om pengar.", "questions": [{"id": "q2", "type": "money", "label": "Hur mycket?"}]},
    ]
    assert in_words({"sections": sections}) == "Läget · Hur? · Kort. · Bara om pengar. · Hur mycket?"


def test_a_new_template_has_one_section_ready_to_be_filled():
    (section,) = empty()["sections"]
    assert section == {"id": section["id"], "title": "", "help": "", "questions": []}
    assert re.fullmatch(r"s[0-9a-f]{8}", section["id"])


def test_a_new_id_is_like_no_other_and_says_what_it_is_of():
    assert re.fullmatch(r"q[0-9a-f]{12}", new_question_id())
    assert re.fullmatch(r"o[0-9a-f]{8}", new_id("o"))
    assert len({new_question_id() for _ in range(99)} | {new_id("o") for _ in range(99)}) == 198


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
