"""What stands on the paper with the questions, whoever prints it: head, sections, questions and how each is answered."""

from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.calendar.domain.phrases import day_long
from vaxel.files.domain.guarding import ILLEGAL
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.question import WITH_OPTIONS, Questions, QuestionType
from vaxel.rounds.domain.template import parse
from vaxel.rounds.forms.cards import sections_of
from vaxel.rounds.forms.hints import how
from vaxel.rounds.models import Delivery, Round
from vaxel.rounds.queries.asked import questions_for
from vaxel.rounds.words import kind_of

LINES = {QuestionType.LONG_TEXT: 8, QuestionType.TEXT: 2, QuestionType.SECTION_REF: 1}


@dataclass(frozen=True)
class Asked:
    """`ask`: lines to write on, boxes to tick, cells to fill, or (for a file) nothing but the hint."""

    number: int
    label: str
    required: bool
    help: tuple[str, ...]
    condition: str
    lines: int = 0
    unit: str = ""
    boxes: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    title: str
    help: str
    asked: tuple[Asked, ...]
    whom: str = ""  # whom the section is for, where it is not everyone


@dataclass(frozen=True)
class Paper:
    """`facts` are (word, value) under the title; `foot` stands on every page."""

    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    foot: str
    language: str
    optional: str  # the word for a question that may be left

    def as_data(self) -> dict:
        return asdict(self)


def paper_of(asked) -> Paper:
    """Of a round (with sender and due day), of a body's part of one (its own questions alone), or of a template's version."""
    own = questions_for(asked) if isinstance(asked, Delivery) else None
    asked = asked.round if isinstance(asked, Delivery) else asked
    is_round = isinstance(asked, Round)
    version = asked.template_version if is_round else asked
    questions = own if own is not None else parse(version.content) if version else Questions()
    title = asked.title if is_round else version.template.title
    paper = Paper(
        title=title,
        lead=_("Frågorna att läsa och visa. Svaret lämnas i Växel; svara gärna här först."),
        facts=tuple(_facts(asked)) if is_round else (),
        parts=tuple(_part(section) for section in sections_of(questions)),
        foot=f"{asked.number} {title}" if is_round and asked.number else title,
        language=(get_language() or "sv").split("-")[0],
        optional=_("Frivillig."),
    )
    return _writable(paper)


def _writable(found: Any) -> Any:
    """Without the control characters that follow along when one pastes: neither Word nor a pdf can hold them."""
    if isinstance(found, str):
        return ILLEGAL.sub("", found)
    if isinstance(found, tuple):
        return tuple(map(_writable, found))
    if is_dataclass(found):
        return replace(found, **{one.name: _writable(getattr(found, one.name)) for one in fields(found)})
    return found


def _facts(round):
    names = at(today()).names([*round.senders.values_list("body_id", flat=True), round.owner_id])
    yield _("Från"), ", ".join(names.values())
    yield _("Slag"), kind_of(round).title
    if round.due:
        yield str(kind_of(round).due), day_long(round.due, get_language() or "sv")
    if round.minutes:
        yield _("Beräknad tid"), _("%(n)s minuter") % {"n": round.minutes}
    yield _("Ersätter"), round.replaces or _("inget, en ny uppgift")
    if round.legal_basis:
        yield _("Stöd"), round.legal_basis


def _part(section):
    whom = _("Gäller %(whom)s.") % {"whom": section.whom} if section.whom else ""
    return Part(section.title, section.help, tuple(_asked(card) for card in section.cards), whom)


def _asked(card):
    question = card.question
    boxes = tuple(option.label for option in question.options) if question.type in WITH_OPTIONS else ()
    if question.type is QuestionType.SCALE:
        boxes = tuple(_steps(question.scale))
    return Asked(
        number=card.number,
        label=question.label,
        required=question.required,
        help=(*(line for line in question.help.splitlines() if line.strip()), *how(question)),
        condition=card.condition,
        lines=0 if boxes or question.type in (QuestionType.TABLE, QuestionType.FILE) else LINES.get(question.type, 1),
        unit="kr" if question.type is QuestionType.MONEY else question.unit,
        boxes=boxes,
        rows=tuple(row.label for row in question.rows),
        columns=tuple(column.label for column in question.columns),
    )


def _steps(scale):
    for step in scale.steps:
        words = {scale.min: scale.min_label, scale.max: scale.max_label}.get(step, "")
        yield f"{step} {words}".strip()
