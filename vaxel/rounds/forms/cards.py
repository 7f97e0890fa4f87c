"""The questions as a page shows them: sections of cards, each with its field, its condition and an earlier answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from vaxel.rounds.domain.answers import visible
from vaxel.rounds.domain.question import Question, Questions, QuestionType
from vaxel.rounds.domain.shown import in_field
from vaxel.rounds.forms.answer_form import AnswerForm
from vaxel.rounds.forms.saying import said_answer

FILLED_BY_BUTTON = (
    QuestionType.TEXT,
    QuestionType.LONG_TEXT,
    QuestionType.NUMBER,
    QuestionType.MONEY,
    QuestionType.DATE,
)


@dataclass(frozen=True)
class Card:
    """`unmet`: the saved answers do not show it; a browser with scripts hides it, others show it with its condition."""

    number: int
    question: Question
    field: Any = None
    again: Mapping[str, str] | None = None
    condition: str = ""
    unmet: bool = False

    @property
    def shows_if(self) -> str:
        return " ".join(sorted(self.question.show_if.options)) if self.question.show_if else ""


@dataclass(frozen=True)
class CardSection:
    id: str
    title: str
    help: str
    cards: tuple[Card, ...]


def sections_of(
    questions: Questions, form: AnswerForm | None = None, *, earlier=None, values=None
) -> list[CardSection]:
    """`earlier` is queries.answers.earlier_answers, offered where nothing is answered yet."""
    values = values or {}
    numbers = {question.id: number for number, question in enumerate(questions, 1)}
    shown_now = visible(questions, values)

    def card(question):
        offered = _again(question, (earlier or {}).get(question.id)) if values.get(question.id) is None else None
        return Card(
            number=numbers[question.id],
            question=question,
            field=form[question.id] if form else None,
            again=offered,
            condition=_condition(question, questions, numbers),
            unmet=question.id not in shown_now,
        )

    return [CardSection(s.id, s.title, s.help, tuple(map(card, s.questions))) for s in questions.sections]


def _again(question, earlier):
    if earlier is None:
        return None
    said = {"year": earlier.year, "value": said_answer(question, earlier.value), "round": earlier.round_title}
    text = _("%(year)s svarade ni %(value)s på samma fråga.") % said
    fills = question.type in FILLED_BY_BUTTON
    return {"text": text, "value": in_field(question, earlier.value) if fills else "", "fills": fills}


def _condition(question, questions, numbers):
    wanted = question.show_if
    source = questions.find(wanted.question) if wanted else None
    if source is None:
        return ""
    labels = [option.label for option in source.options if option.id in wanted.options]
    said = {
        "answers": _(" eller ").join(_("”%(label)s”") % {"label": label} for label in labels),
        "number": numbers[source.id],
    }
    return _("Besvaras bara om svaret på fråga %(number)s är %(answers)s.") % said
