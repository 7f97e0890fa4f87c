"""The questions as a page shows them: sections of cards, each with its field, its condition and an earlier answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from vaxel.rounds.domain.answers import visible
from vaxel.rounds.domain.question import Question, Questions
from vaxel.rounds.forms.again import again, changed, taken
from vaxel.rounds.forms.answer_form import AnswerForm
from vaxel.rounds.words import receivers


@dataclass(frozen=True)
class Card:
    """`unmet`: the saved answers do not show it; a browser with scripts hides it, others show it with its condition.

    `again` offers an earlier answer, `taken` says where this one was carried over from, `changed` how far a figure lies
    from last time's.
    """

    number: int
    question: Question
    field: Any = None
    again: Mapping[str, Any] | None = None
    taken: Mapping[str, Any] | None = None
    changed: str = ""
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
    whom: str = ""  # "kommuner": for them alone


def sections_of(
    questions: Questions, form: AnswerForm | None = None, *, earlier=None, carried=None, undo=False, values=None
) -> list[CardSection]:
    """`earlier` and `carried` are those of queries.earlier: offered where nothing is answered yet, named where it was
    accepted; with `undo` what was accepted can be given back.
    """
    values, earlier, carried = values or {}, earlier or {}, carried or {}
    numbers = {question.id: number for number, question in enumerate(questions, 1)}
    shown_now = visible(questions, values)

    def card(question):
        value, before = values.get(question.id), earlier.get(question.id)
        return Card(
            number=numbers[question.id],
            question=question,
            field=form[question.id] if form and question.id in form.fields else None,
            again=again(question, before) if before and value is None else None,
            taken=taken(carried[question.id], undo=undo) if question.id in carried else None,
            changed=changed(question, before, value) if before else "",
            condition=_condition(question, questions, numbers),
            unmet=question.id not in shown_now,
        )

    return [
        CardSection(s.id, s.title, s.help, tuple(map(card, s.questions)), receivers(s.for_kinds))
        for s in questions.sections
    ]


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
