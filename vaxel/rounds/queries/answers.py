"""One body's answers: what stands, what is being written, what it said before."""

from dataclasses import dataclass
from typing import Any

from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.rounds.domain.answers import AnswerProblem, clean, settled
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.domain.question import Questions
from vaxel.rounds.domain.template import parse
from vaxel.rounds.models import Answer, QuestionUse

BEING_WRITTEN = (AnswerStatus.DRAFT, AnswerStatus.FOR_DECISION)


def standing_answer(delivery) -> Answer | None:
    """What counts today: the one submitted version that has not been withdrawn or replaced."""
    return delivery.answers.filter(status=AnswerStatus.SUBMITTED).first()


def draft(delivery) -> Answer | None:
    """The version being written or waiting for the body's own decision; never counted."""
    return delivery.answers.filter(status__in=BEING_WRITTEN).first()


def begun_with(delivery) -> dict:
    """What a body that goes on writing finds in the form: its draft, else what stands, else what it said last."""
    found = draft(delivery) or standing_answer(delivery) or delivery.answers.order_by("-number").first()
    return dict(found.values) if found else {}


@dataclass(frozen=True)
class Earlier:
    """The latest answer the body has given to the same question, in whichever round it was asked."""

    value: Any
    round_title: str
    year: int


def earlier_answers(delivery, questions: Questions | None = None) -> dict[str, Earlier]:
    """By question id; only values that still fit the question. One query however many rounds came before."""
    questions = questions or parse(delivery.round.template_version.content)
    same = QuestionUse.objects.filter(question_id__in=[question.id for question in questions]).values("version")
    rows = (
        Answer.objects.filter(delivery__body_id=delivery.body_id, status=AnswerStatus.SUBMITTED)
        .exclude(delivery=delivery)
        .filter(delivery__round__template_version__in=same)
        .select_related("delivery__round__template_version")
        .order_by("submitted_at", "id")
    )
    return {key: earlier for row in rows for key, earlier in _said(row, questions)}


def _said(answer, questions):
    asked = answer.delivery.round
    for key, value in settled(asked.template_version.content, answer.values).items():
        question = questions.find(key)
        if question and _fits(question, value):
            yield key, Earlier(value, asked.title, swedish_day(answer.submitted_at or answer.created_at).year)


def _fits(question, value):
    try:
        return clean(question, value) == value
    except AnswerProblem:
        return False
