"""Rulebook: the limits of what a question accepts, each at the limit and one past it."""

from fractions import Fraction

import pytest

from vaxel.rounds.domain.cleaning import AnswerProblem, clean, digits
from vaxel.rounds.domain.question import Column, Option, Question, QuestionType, Scale

OPTIONS = (Option("yes", "Ja"), Option("no", "Nej"))
TABLE = Question(
    "q",
    QuestionType.TABLE,
    rows=(Option("r1", "2018"),),
    columns=(Column("c1", "Antal", QuestionType.NUMBER), Column("c2", "Vad", QuestionType.TEXT)),
)


def ask(kind, **fields):
    return Question("q", QuestionType(kind), **fields)


@pytest.mark.parametrize("kind", [str(kind) for kind in QuestionType])
@pytest.mark.parametrize("nothing", [None, "", " \r\n ", [], {}, ()])
def test_nothing_is_no_answer_to_any_question(kind, nothing):
    assert clean(ask(kind, options=OPTIONS), nothing) is None


@pytest.mark.parametrize(
    ("question", "most"),
    [
        (ask("text"), 300),
        (ask("long_text"), 20_000),
        (ask("section_ref"), 300),
        (ask("text", max_length=5), 5),
        (ask("long_text", max_length=7), 7),
    ],
)
def test_a_text_has_room_for_so_many_characters(question, most):
    assert clean(question, "å" * most) == "å" * most
    with pytest.raises(AnswerProblem, match=f"Svaret är {most + 1} tecken. Korta det till högst {most}"):
        clean(question, "å" * (most + 1))


@pytest.mark.parametrize(
    ("question", "raw", "value"),
    [
        (ask("number", min="3"), "3", "3"),
        (ask("number", max="1 000"), "1000", "1000"),
        (ask("number", decimals=1), "0,5", "0.5"),
        (ask("number", decimals=2), "-0,50", "-0.5"),
        (ask("number", decimals=2), "100,00", "100"),
        (ask("number", decimals=6), "0,000001", "0.000001"),
        (ask("money", min="10"), "10", 1_000),
        (ask("money", max="1 000"), "1 000", 100_000),
        (ask("money", max="1 000"), 100_000, 100_000),
        (ask("one", options=OPTIONS), "no", "no"),
        (ask("many", options=OPTIONS), "no", ["no"]),
        (ask("many", options=OPTIONS), ["no", "yes", "no"], ["yes", "no"]),
        (ask("scale", scale=Scale(0, 10)), "10", 10),
        (TABLE, {"r1": {"c1": "1,25", "c2": " x "}}, {"r1": {"c1": "1.25", "c2": "x"}}),
        (TABLE, {"r1": None}, None),
    ],
)
def test_what_just_fits_is_stored(question, raw, value):
    assert clean(question, raw) == value


@pytest.mark.parametrize(
    ("question", "raw", "says"),
    [
        (ask("text"), "Hej\x00 där", "ett tecken som inte går att spara"),
        (ask("text"), 5, "fel form"),
        (ask("number", decimals=1), 1.5, "fel form"),
        (ask("number"), True, "fel form"),
        (ask("number", min="3"), "2", "för litet. Minst 3 går"),
        (ask("number", max="3"), "4", "för stort. Högst 3 går"),
        (ask("number", decimals=2), "0,125", "högst 2 decimaler"),
        (ask("money", min="10"), "9,99", "för litet. Minst 10 går"),
        (ask("money", max="1 000"), "1 000,01", "för stort. Högst 1 000 går"),
        (ask("one", options=OPTIONS), "Nej", "ett av alternativen"),
        (ask("many", options=OPTIONS), "n", "bland alternativen"),
        (ask("many", options=OPTIONS), 5, "fel form"),
        (ask("scale"), "mycket", "fel form"),
        (ask("scale"), "0", "från 1 till 5"),
        (ask("scale"), True, "från 1 till 5"),
        (ask("scale"), 3.0, "från 1 till 5"),
        (ask("file"), {"name": "Plan.pdf"}, "fel form"),
        (ask("file"), {"id": "x"}, "fel form"),
        (TABLE, {"r1": {"c1": "0,125"}}, "2018, Antal: Skriv högst 2 decimaler"),
        (TABLE, {"r1": {"c2": "x" * 301}}, "2018, Vad: Svaret är 301 tecken"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(question, raw, says):
    with pytest.raises(AnswerProblem, match=says):
        clean(question, raw)


@pytest.mark.parametrize(
    ("value", "text"),
    [("0", "0"), ("3/2", "1.5"), ("-3/2", "-1.5"), ("1/20", "0.05"), ("-1/20", "-0.05"), ("10", "10"), ("-7", "-7")],
)
def test_digits_are_exact_without_trailing_noughts(value, text):
    assert digits(Fraction(value), 2) == text
