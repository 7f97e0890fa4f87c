"""A round's answers as one: question by question, for the whole or for one node's part of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext

from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.aggregate import Aggregate, Cell, aggregate
from vaxel.rounds.domain.answers import settled, visible
from vaxel.rounds.domain.basis import Basis
from vaxel.rounds.domain.few import FEWEST, tells_who
from vaxel.rounds.domain.joint import Joint
from vaxel.rounds.domain.joint import replace as replace_joint
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.domain.question import Question, Questions
from vaxel.rounds.domain.template import parse
from vaxel.rounds.models import Answer, Delivery
from vaxel.rounds.permissions import reads_joint
from vaxel.rounds.queries.asked import Asked, asked_in
from vaxel.rounds.queries.joint import counting
from vaxel.rounds.queries.part import part_of


@dataclass(frozen=True)
class BodyValue:
    """One body's value of one question; the name is empty to a reader who may not open that body's answer."""

    body_id: int
    name: str
    value: Any


@dataclass(frozen=True)
class CompiledQuestion:
    """`shown` is how many of the answering bodies met the question (its section's receivers, conditions), `values` those
    one may read.
    """

    question: Question
    aggregate: Aggregate
    shown: int
    values: tuple[BodyValue, ...] = ()


@dataclass(frozen=True)
class CompiledSection:
    """Of a section for some receivers: `n_asked` were put it, `n_answered` of them are in the figures. The others are not
    asked, and missing nowhere; where it is for everyone both are None.
    """

    id: str
    title: str
    help: str
    questions: tuple[CompiledQuestion, ...]
    for_kinds: tuple[Kind, ...] = ()
    n_asked: int | None = None
    n_answered: int | None = None

    @property
    def tells_who(self) -> bool:
        """So few were put it that even the count is somebody's own."""
        return self.n_asked is not None and tells_who(self.n_asked)


@dataclass(frozen=True)
class CompiledRound:
    """`undistributed` names bodies that have been split since, and joint answers that lie only partly in this part: they
    count in the whole, in no part of it.
    """

    sections: tuple[CompiledSection, ...]
    n_answered: int
    undistributed: tuple[str, ...] = ()
    n_joint: int = 0  # joint answers among those answers
    n_jointly: int = 0  # bodies whose figures stand in a joint answer, as adopted

    @property
    def n_bodies(self) -> int:
        """Whose answers stand in the figures, each counted once: a joint answer is as many bodies as it covers."""
        return self.n_answered - self.n_joint + self.n_jointly

    def question(self, question_id: str) -> CompiledQuestion | None:
        found = (q for section in self.sections for q in section.questions if q.question.id == question_id)
        return next(found, None)


def compiled(round, node_id=None, as_of="then", *, actor=None, basis=Basis.ANSWERED) -> CompiledRound:
    """Submitted answers only; as answered the bodies' own, as adopted a joint answer in place of those it covers, and
    the two never mixed. Without an actor: no texts and no single body's values, totals alone.

    An actor reads the texts of bodies whose answers are his to open, named; if the round's answers are public, the
    other texts as well, without names. Same number of queries however many answered.
    """
    part = part_of(round, node_id, as_of)
    reading = _reading(round, part.within, actor, basis)
    sections = tuple(map(reading.section, reading.questions.sections))
    named_only = frozenset(part.undistributed) | frozenset(reading.elsewhere)
    return CompiledRound(
        sections,
        len(reading.answers),
        _undistributed(round, named_only),
        len(reading.joints),
        sum(len(joint.covers) for joint in reading.joints),
    )


@dataclass(frozen=True)
class _Reading:
    questions: Questions
    answers: list[tuple[int, dict]]  # (body, settled values) in frame order
    names: dict[int, str]  # of the bodies whose answers the reader may open
    open_to_all: bool
    asked: Asked
    elsewhere: tuple[int, ...] = ()
    joints: tuple[Joint, ...] = ()

    def section(self, section) -> CompiledSection:
        met = {} if not section.for_kinds else self._of_some(section)
        found = tuple(map(self.compiled, section.questions))
        return CompiledSection(section.id, section.title, section.help, found, section.for_kinds, **met)

    def _of_some(self, section):
        said = {body for joint in self.joints for body in joint.covers} | {body for body, _ in self.answers}
        put = {body for body in self.asked.bodies if section.id in self.asked.section_ids(body)}
        return {"n_asked": len(put), "n_answered": len(put & said)}

    def compiled(self, question) -> CompiledQuestion:
        given = [(body, values.get(question.id)) for body, values in self.answers]
        shown = tuple(
            BodyValue(body, self.names.get(body, ""), value) for body, value in given if self._may(body, value)
        )
        whole = aggregate(question, [value for _, value in given])
        return CompiledQuestion(question, _readable(question, whole, shown), self._met(question), shown)

    def _may(self, body, value) -> bool:
        return value is not None and (self.open_to_all or body in self.names)

    def _met(self, question) -> int:
        if question.show_if is None and not self.asked.divided:
            return len(self.answers)
        return sum(question.id in visible(self.asked.view(body), values) for body, values in self.answers)


def _reading(round, within, actor, basis) -> _Reading:
    questions = _questions(round)
    answers, joints = _answers(round, questions, within), _joints(round, basis)
    open_to_all = actor is not None and round.answers_public
    asked = asked_in(round, within, joints)
    if not joints:
        return _Reading(questions, answers, _names(round, actor, [body for body, _ in answers]), open_to_all, asked)
    inside = _inside(round, within, joints)
    replaced = replace_joint(answers, joints, inside)
    settled_ = [(body, settled(questions, values)) for body, values in replaced.answers]
    names = _names(round, actor, [body for body, _ in answers]) | _joint_names(round, actor, joints)
    whole = tuple(joint for joint in joints if joint.covers <= inside)
    return _Reading(questions, settled_, names, open_to_all, asked, replaced.elsewhere, whole)


def _joints(round, basis) -> list[Joint]:
    return counting(round) if basis == Basis.ADOPTED else []


def _inside(round, within, joints) -> set[int]:
    """Which of the covered bodies lie in the part."""
    covered = {body for joint in joints for body in joint.covers}
    return set(Delivery.objects.filter(within, round=round, body__in=covered).values_list("body_id", flat=True))


def _joint_names(round, actor, joints) -> dict[int, str]:
    """ "Dalarnas län, gemensamt", for who may read it."""
    nodes = [joint.node for joint in joints if actor is not None and reads_joint(actor, round, joint.node)]
    called = at(_day(round)).names(nodes) if nodes else {}
    return {node: gettext("%(county)s, gemensamt") % {"county": name} for node, name in called.items()}


def _questions(round) -> Questions:
    return parse(round.template_version.content) if round.template_version_id else Questions()


def _answers(round, questions, within) -> list[tuple[int, dict]]:
    deliveries = Delivery.objects.filter(within, round=round)
    rows = (
        Answer.objects.filter(delivery__in=deliveries, status=AnswerStatus.SUBMITTED)
        .order_by("delivery__position")
        .values_list("delivery__body_id", "values")
    )
    return [(body, settled(questions, values)) for body, values in rows]


def _names(round, actor, bodies) -> dict[int, str]:
    """Of the bodies whose answers the actor may open, as they were called when the round was sent."""
    if actor is None:
        return {}
    readable = Delivery.objects.visible_to(actor).filter(round=round).values_list("body_id", flat=True)
    return at(_day(round)).names(sorted(set(readable) & set(bodies)))


def _day(round):
    return round.frame.as_of if round.frame_id else None


def _readable(question: Question, whole: Aggregate, shown: Iterable[BodyValue]) -> Aggregate:
    """The whole's figures and counts with only the texts that may be read."""
    if not (whole.texts or whole.cells):
        return whole
    part = aggregate(question, [item.value for item in shown])
    texts = {(cell.row, cell.column): cell.aggregate.texts for cell in part.cells}
    cells = (
        Cell(cell.row, cell.column, replace(cell.aggregate, texts=texts.get((cell.row, cell.column), ())))
        for cell in whole.cells
    )
    return replace(whole, texts=part.texts, cells=tuple(cells))


def _undistributed(round, bodies) -> tuple[str, ...]:
    return tuple(at(_day(round)).names(bodies).values()) if bodies else ()


@dataclass(frozen=True)
class Beside:
    """A body's own value beside its county and the nation; an aggregate is None where fewer than three answered."""

    question: Question
    own: Any
    county: Aggregate | None
    nation: Aggregate | None


@dataclass(frozen=True)
class OwnBeside:
    rows: tuple[Beside, ...]
    county_name: str
    n_county: int
    n_nation: int


def own_beside(round, delivery) -> OwnBeside:
    """Figures, counts and dates alone, never another body's words; only bodies of the same round are compared."""
    questions = _questions(round)
    own = _own(delivery, questions)
    county = at(_day(round)).above(delivery.body_id, [Kind.COUNTY]).first() if round.frame_id else None
    nation = _answers(round, questions, part_of(round).within)
    near = _answers(round, questions, part_of(round, county.pk).within) if county else []
    rows = tuple(
        Beside(question, own.get(question.id), _beside(question, near), _beside(question, nation))
        for question in questions
        if own.get(question.id) is not None
    )
    return OwnBeside(rows, county.name if county else "", len(near), len(nation))


def _own(delivery, questions) -> dict:
    standing = delivery.answers.filter(status=AnswerStatus.SUBMITTED).values_list("values", flat=True).first()
    return settled(questions, standing or {})


def _beside(question, answers) -> Aggregate | None:
    whole = aggregate(question, [values.get(question.id) for _, values in answers])
    return _readable(question, whole, ()) if whole.answered >= FEWEST else None
