"""Rulebook: what each type of question accepts, what a condition shows, what is left to answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain.answers import AnswerProblem, clean, problems, settled, visible
from vaxel.rounds.domain.question import Column, Option, Question, QuestionType, Scale
from vaxel.rounds.domain.template import parse

OPTIONS = (Option("a", "Ja"), Option("b", "Nej"), Option("c", "Vet inte"))
TABLE = Question(
    "q",
    QuestionType.TABLE,
    rows=(Option("r1", "2018"), Option("r2", "2019")),
    columns=(Column("c1", "Kronor", QuestionType.MONEY), Column("c2", "Vad", QuestionType.TEXT)),
)


def ask(kind, **fields):
    return Question("q", QuestionType(kind), **fields)


@pytest.mark.parametrize(
    ("question", "raw", "value"),
    [
        (ask("text"), "  Vi har börjat. ", "Vi har börjat."),
        (ask("text"), "   ", None),
        (ask("long_text"), "En\r\ntvå", "En\ntvå"),
        (ask("number"), "712 500", "712500"),
        (ask("number", decimals=1), "1,5", "1.5"),
        (ask("number", decimals=3), "12,345", "12.345"),
        (ask("number", decimals=2), "−0,05", "-0.05"),
        (ask("number", unit="platser"), "7 platser", "7"),
        (ask("number"), 7, "7"),
        (ask("money"), "712 500", 71_250_000),
        (ask("money"), 71_250_000, 71_250_000),
        (ask("money"), "0", 0),
        (ask("date"), "31 januari 2020", "2020-01-31"),
        (ask("one", options=OPTIONS), "b", "b"),
        (ask("many", options=OPTIONS), ["c", "a"], ["a", "c"]),
        (ask("many", options=OPTIONS), [], None),
        (ask("scale"), "3", 3),
        (ask("scale", scale=Scale(0, 10)), 0, 0),
        (TABLE, {"r1": {"c1": "1 000", "c2": ""}, "r2": {}}, {"r1": {"c1": 100_000}}),
        (TABLE, {"r1": {"c1": ""}}, None),
        (ask("file"), {"id": "x", "name": "Plan.pdf", "more": 1}, {"id": "x", "name": "Plan.pdf"}),
        (ask("section_ref"), "3.2", "3.2"),
        (ask("section_ref", options=OPTIONS), "a", "a"),
    ],
)
def test_what_is_stored(question, raw, value):
    assert clean(question, raw) == value


@pytest.mark.parametrize(
    ("question", "raw", "says"),
    [
        (ask("text", max_length=5), "sju tecken", "högst 5"),
        (ask("number"), "1,5", "helt tal"),
        (ask("number", decimals=1), "1,55", "högst 1 decimal"),
        (ask("number", min="0"), "-1", "för litet"),
        (ask("money", max="1 000"), "1 001", "för stort"),
        (ask("money"), 1.5, "fel form"),
        (ask("money"), True, "fel form"),
        (ask("date"), "i går", "inget datum"),
        (ask("one", options=OPTIONS), "x", "ett av alternativen"),
        (ask("many", options=OPTIONS), ["a", "x"], "bland alternativen"),
        (ask("many", options=OPTIONS), [["a"]], "fel form"),
        (ask("scale"), "6", "från 1 till 5"),
        (TABLE, {"r2": {"c1": "mycket"}}, "2019, Kronor"),
        (TABLE, "mycket", "fel form"),
        (ask("file"), "fil", "fel form"),
        (ask("section_ref", options=OPTIONS), "3.2", "ett av alternativen"),
    ],
)
def test_what_is_refused_and_how(question, raw, says):
    with pytest.raises(AnswerProblem, match=says):
        clean(question, raw)


CONTENT = {
    "sections": [
        {
            "id": "s1",
            "questions": [
                {"id": "q1", "type": "one", "required": True, "options": [{"id": "a"}, {"id": "b"}]},
                {
                    "id": "q2",
                    "type": "many",
                    "options": [{"id": "x"}, {"id": "y"}],
                    "show_if": {"question": "q1", "is": ["a"]},
                },
                {"id": "q3", "type": "text", "required": True, "show_if": {"question": "q2", "is": ["y"]}},
            ],
        }
    ]
}


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ({}, {"q1"}),
        ({"q1": "b", "q2": ["y"]}, {"q1"}),  # a hidden question's old answer shows nothing
        ({"q1": "a"}, {"q1", "q2"}),
        ({"q1": "a", "q2": ["x"]}, {"q1", "q2"}),
        ({"q1": "a", "q2": ["x", "y"]}, {"q1", "q2", "q3"}),
    ],
)
def test_a_condition_shows(values, shown):
    assert visible(CONTENT, values) == shown


def test_a_content_read_before_is_as_good():
    read, values = parse(CONTENT), {"q1": "a", "q2": ["y"], "q3": ""}
    assert visible(read, values) == visible(CONTENT, values) == {"q1", "q2", "q3"}
    assert settled(read, values) == settled(CONTENT, values) == {"q1": "a", "q2": ["y"]}
    assert problems(read, values) == problems(CONTENT, values)


def test_only_what_is_shown_counts():
    assert settled(CONTENT, {"q1": "b", "q2": ["y"], "q3": "gammalt", "okänd": 1}) == {"q1": "b"}


def test_what_is_left_to_answer():
    assert set(problems(CONTENT, {})) == {"q1"}
    assert set(problems(CONTENT, {"q1": "b"})) == set()
    assert set(problems(CONTENT, {"q1": "a", "q2": ["y"]})) == {"q3"}
    assert set(problems(CONTENT, {"q1": "gone"})) == {"q1"}


ANY = {
    "text": st.text(),
    "number": st.integers(-(10**9), 10**9).map(str)
    | st.decimals(-1000, 1000, places=2).map(lambda d: str(d).replace(".", ",")),
    "money": st.integers(-(10**12), 10**12),
    "date": st.dates(min_value=__import__("datetime").date(1000, 1, 1)).map(str),
    "scale": st.integers(1, 5),
    "many": st.lists(st.sampled_from("abc")),
}


@pytest.mark.parametrize("kind", ANY)
def test_what_is_stored_is_accepted_again_unchanged(kind):
    @given(ANY[kind])
    def stable(raw):
        question = ask(kind, options=OPTIONS, decimals=2, max_length=10_000)
        try:
            stored = clean(question, raw)
        except AnswerProblem:
            return
        assert clean(question, stored) == stored

    stable()


@given(st.dictionaries(st.sampled_from(["q1", "q2", "q3", "zz"]), st.sampled_from(["a", "b", ["x"], ["y"], None, 3])))
def test_settled_values_show_the_same_and_settle_to_themselves(values):
    once = settled(CONTENT, values)
    assert visible(CONTENT, once) == visible(CONTENT, values)
    assert settled(CONTENT, once) == once


@given(
    st.sampled_from(list(QuestionType)),
    st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists),
)
def test_any_input_is_stored_or_refused_in_words(kind, raw):
    try:
        clean(ask(kind, options=OPTIONS), raw)
    except AnswerProblem as error:
        assert str(error.sentence)
