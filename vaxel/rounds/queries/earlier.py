"""Ask once: what a body has said before to the same question, and what of its answer was carried over from there."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from vaxel.calendar.clock import today
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.composed import composed, seldom
from vaxel.network.domain.kinds import Lineage
from vaxel.network.models import Identity, Person, Succession
from vaxel.rounds.domain.answers import AnswerProblem, clean, settled
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.domain.question import Questions
from vaxel.rounds.models import Answer, CarriedOver, Delivery, QuestionUse
from vaxel.rounds.queries.asked import questions_for
from vaxel.rounds.queries.offered import offered


@dataclass(frozen=True)
class Source:
    """Where an earlier answer stands. `who` decided or sent it (empty once erased); `body` is named if it was another's,
    a predecessor's. Known from elsewhere (queries/offered): no answer, and `said` says from where.
    """

    answer_id: int | None
    round_title: str
    day: dt.date
    who: str = ""
    body: str = ""
    said: str = ""

    @property
    def year(self) -> int:
        return self.day.year


@dataclass(frozen=True)
class Earlier:
    """The latest answer to the same question, in whichever round it was asked."""

    value: Any
    source: Source


def earlier_answers(delivery, questions: Questions | None = None) -> dict[str, Earlier]:
    """By question id; only values that still fit the question. What is known of this very body and round goes first, then
    the body's own answers, then a predecessor's.

    The same few queries however many rounds came before.
    """
    questions = questions or questions_for(delivery)
    rows = _given_before(delivery, questions)
    rows.sort(key=lambda row: row.delivery.body_id == delivery.body_id)  # stable: within each, the latest comes last
    found = {key: (value, row) for row in rows for key, value in _said(row, questions)}
    sources = _sources({row.pk: row for _value, row in found.values()}.values(), delivery.body_id)
    return {key: Earlier(value, sources[row.pk]) for key, (value, row) in found.items()} | _known(delivery, questions)


def _known(delivery, questions):
    found = offered(delivery)
    fitting = {key: one for key, one in found.items() if (asked := questions.find(key)) and _fits(asked, one[0])}
    title = delivery.round.title
    return {key: Earlier(value, Source(None, title, today(), said=said)) for key, (value, said) in fitting.items()}


def carried_over(answer) -> dict[str, Source]:
    """By question id: what of this answer was accepted from an earlier one, and from where."""
    marks = _marks(answer.pk)
    sources = _sources({mark.source_id: mark.source for mark in marks}.values(), answer.delivery.body_id)
    return {mark.question_id: sources[mark.source_id] for mark in marks}


@composed
def _marks(answer_id):
    return CarriedOver.objects.filter(answer=answer_id).select_related("source__delivery__round")


def carried_counts(round, within) -> dict[str, int]:
    """By question id: how many of the standing answers were carried over; `within` as in queries/part. One query."""
    deliveries = Delivery.objects.filter(within, round=round)
    marks = CarriedOver.objects.filter(answer__status=AnswerStatus.SUBMITTED, answer__delivery__in=deliveries)
    return dict(marks.order_by().values_list("question_id").annotate(number=Count("pk")))


def predecessors(body_id) -> set[int]:
    """Bodies whose answers this one carries on: merged into it or renamed. A split one's answer is nobody's but its own."""
    before: dict[int, set[int]] = {}
    for old, new in successions(today()):
        before.setdefault(new, set()).add(old)
    found, left = set(), {body_id}
    while left:
        left = {old for new in left for old in before.get(new, ())} - found - {body_id}
        found |= left
    return found


@seldom
def successions(day):
    rows = Succession.objects.filter(day__lte=day).exclude(kind=Lineage.SPLIT)
    return rows.values_list("before", "after")


def _given_before(delivery, questions):
    bodies = {delivery.body_id, *predecessors(delivery.body_id)}
    return _submitted(delivery.pk, bodies, [question.id for question in questions])


@composed
def _submitted(besides, bodies, question_ids):
    same = QuestionUse.objects.filter(question_id__in=question_ids).values("version")
    return (
        Answer.objects.filter(delivery__body__in=bodies, status=AnswerStatus.SUBMITTED)
        .exclude(delivery=besides)
        .filter(delivery__round__template_version__in=same)
        .select_related("delivery__round__template_version")
        .order_by("submitted_at", "id")
    )


def _said(answer, questions):
    for key, value in settled(answer.delivery.round.template_version.content, answer.values).items():
        question = questions.find(key)
        if question and _fits(question, value):
            yield key, value


def _fits(question, value):
    try:
        return clean(question, value) == value
    except AnswerProblem:
        return False


def _sources(answers, body_id) -> dict[int, Source]:
    answers = list(answers)
    deciders = {_decider(answer) for answer in answers} - {None}
    people = dict(_people(deciders))
    names = dict(_last_names({answer.delivery.body_id for answer in answers} - {body_id}))
    return {
        answer.pk: Source(
            answer_id=answer.pk,
            round_title=answer.delivery.round.title,
            day=swedish_day(answer.submitted_at or answer.created_at),
            who=people.get(_decider(answer), ""),
            body=names.get(answer.delivery.body_id, ""),
        )
        for answer in answers
    }


@composed
def _people(ids):
    return Person.objects.filter(public_id__in=ids).values_list("public_id", "name")


@composed
def _last_names(bodies):
    """What each was called last: a body that was merged into another has no name of today."""
    return Identity.objects.filter(body__in=bodies).order_by("valid_to").values_list("body", "name")


def _decider(answer):
    return answer.decided_by or answer.submitted_by
