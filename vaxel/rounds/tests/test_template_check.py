"""What must be mended in a template, and where: at the limit it is fine, one past it there is something to mend."""

import pytest

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.question import Column, Condition, Option, Question, Questions, QuestionType, Scale, Section
from vaxel.rounds.domain.template_check import problems_of

YES, NO = Option("yes", "Ja"), Option("no", "Nej")
CHOICE = Question("plan", QuestionType.ONE, "Har ni en plan?", options=(YES, NO))
YEARS, COLUMNS = (Option("r", "2019"),), (Column("c", "Kronor"),)
SCALE = "Skalan ska gå från ett lägre till ett högre tal, med högst elva steg"
REGIONS, MUNICIPALITIES = (Kind.REGION,), (Kind.MUNICIPALITY,)


def ask(kind="text", label="Hur gick det?", key="q", **fields):
    return Question(key, QuestionType(kind), label, **fields)


def table(rows=YEARS, columns=COLUMNS):
    return ask("table", rows=rows, columns=columns)


def section(*questions, key="s", title="Läget", for_kinds=()):
    return Section(key, title, "", questions, for_kinds)


def found(*sections):
    return [(one.where, one.field, str(one.sentence).split(".")[0]) for one in problems_of(Questions(sections))]


def of(*questions):
    return found(section(*questions))


def many(number):
    return [ask(key=f"q{place}") for place in range(number)]


def test_a_template_has_a_question_and_at_most_two_hundred():
    assert found() == [("", "", "Mallen har ingen fråga")]
    assert of(*many(1)) == of(*many(200)) == []
    assert of(*many(201)) == [("", "", "Mallen har fler än 200 frågor")]


def test_of_several_sections_each_has_a_heading():
    named, other = section(ask(key="q1"), key="a"), section(ask(key="q2"), key="b")
    unnamed = section(ask(key="q3"), key="x", title=" ")
    assert found(named, other) == found(unnamed) == []
    assert found(named, unnamed) == [("x", "title", "Avsnittet har ingen rubrik")]


def test_an_id_is_of_one_question_or_one_section():
    twice = "Samma fråga finns två gånger i mallen"
    assert of(ask(), ask()) == [("q", "", twice)]
    assert of(ask(key="s")) == [("s", "", twice)]
    assert found(section(ask(key="a")), section(ask(key="b"))) == [("s", "", twice)]


@pytest.mark.parametrize(
    "question",
    [
        ask("scale", scale=Scale(0, 10)),
        ask("scale", scale=Scale(1, 2)),
        ask("number", min="10"),
        ask("number", max="10"),
        ask("number", min="10", max="10"),
        ask("money", min="-1,5", max="1 000"),
        ask("text", min="tre"),  # only what is measured has bounds
        ask("one", options=(YES, NO)),
        table(columns=tuple(Column(kind, kind, QuestionType(kind)) for kind in ("text", "number", "money", "date"))),
    ],
)
def test_what_is_as_it_should_be(question):
    assert of(question) == []


@pytest.mark.parametrize(
    ("question", "problems"),
    [
        (ask(label=" "), [("label", "Frågan har ingen text")]),
        (ask("scale", scale=Scale(0, 11)), [("scale", SCALE)]),
        (ask("scale", scale=Scale(3, 3)), [("scale", SCALE)]),
        (ask("number", min="tre", max="fyra"), [("min", "Gränsen är inget tal")]),
        (ask("money", min="1", max="fyra"), [("max", "Gränsen är inget tal")]),
        (ask("number", min="11", max="10"), [("max", "Det minsta tillåtna talet är större än det största")]),
        (ask("one", options=(YES, Option("no", " "))), [("options", "Frågan har färre än två svarsalternativ")]),
        (ask("many", options=(YES, Option("no", "JA "))), [("options", "Två svarsalternativ är likadana")]),
        (ask("many", options=(YES, Option("yes", "Nej"))), [("options", "Två svarsalternativ är likadana")]),
        (
            ask("one", options=(YES, Option("no", "Nej"), Option("x", " "))),
            [("options", "Ett svarsalternativ har ingen text")],
        ),
        (table(rows=(Option("r", "En"), Option("s", " "))), [("rows", "En rad i tabellen har inget namn")]),
        (table(columns=(Column("c", "Ett"), Column("d", " "))), [("columns", "En kolumn i tabellen har inget namn")]),
        (table(rows=(Option("r", " "),)), [("rows", "Tabellen har ingen rad")]),
        (table(columns=(Column("c", " "),)), [("columns", "Tabellen har ingen kolumn")]),
        (
            table(columns=(Column("c", "Plan", QuestionType.FILE), Column("d", "Kronor"))),
            [("columns", "En kolumn kan bara innehålla text, tal, belopp eller datum")],
        ),
        (table((), ()), [("rows", "Tabellen har ingen rad"), ("columns", "Tabellen har ingen kolumn")]),
    ],
)
def test_what_is_to_be_mended_in_a_question(question, problems):
    assert of(question) == [("q", field, says) for field, says in problems]


def hanging(*options, on="plan"):
    return ask(show_if=Condition(on, frozenset(options)))


NO_CHOICE, NO_OPTION = "Villkoret pekar inte på en valfråga tidigare i mallen", "Välj vilka svar som ska visa frågan"


@pytest.mark.parametrize(
    ("questions", "says"),
    [
        ((CHOICE, hanging("yes")), None),
        ((CHOICE, hanging("yes", "no")), None),
        ((CHOICE, hanging("yes", "kanske")), NO_OPTION),
        ((CHOICE, hanging()), NO_OPTION),
        ((hanging("yes"), CHOICE), NO_CHOICE),
        ((ask(key="other"), hanging("yes", on="other")), NO_CHOICE),
        ((CHOICE, hanging("yes", on="borta")), NO_CHOICE),
    ],
)
def test_a_condition_is_on_options_of_an_earlier_choice(questions, says):
    assert of(*questions) == ([("q", "show_if", says)] if says else [])


@pytest.mark.parametrize(
    ("choice_for", "hanging_for", "is_well"),
    [
        ((), (), True),
        ((), REGIONS, True),
        (REGIONS, REGIONS, True),
        (REGIONS + MUNICIPALITIES, REGIONS, True),
        (tuple(Kind), (), True),
        (REGIONS, (), False),
        (REGIONS, MUNICIPALITIES, False),
        (REGIONS, REGIONS + MUNICIPALITIES, False),
    ],
)
def test_a_condition_is_on_what_all_who_get_the_question_are_asked(choice_for, hanging_for, is_well):
    problems = found(section(CHOICE, key="a", for_kinds=choice_for), section(hanging("yes"), for_kinds=hanging_for))
    says = "Villkoret pekar på en fråga som inte alla får som får den här"
    assert problems == ([] if is_well else [("q", "show_if", says)])
