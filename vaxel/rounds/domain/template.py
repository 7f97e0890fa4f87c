"""A template's content as it lies in the database: read, checked, and given new ids.

A question's id is stable across versions and templates, so an answer given once can be offered again; a copy of a
template keeps the ids, a new question gets a new one.
"""

import uuid
from collections.abc import Mapping
from typing import Any

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.question import (
    Column,
    Condition,
    Option,
    Question,
    Questions,
    QuestionType,
    Scale,
    Section,
)
from vaxel.rounds.domain.sentence import Sentence, _
from vaxel.rounds.domain.template_check import Problem, problems_of

Content = Mapping[str, Any]
MOST_DECIMALS = 6
__all__ = ["Content", "ContentError", "Problem", "Question", "Section", "check", "empty", "new_question_id", "parse"]


class ContentError(ValueError):
    """The data has not the shape of a template at all; `check` tells about one that merely is unfinished."""

    sentence = Sentence(_("Mallen går inte att läsa: innehållet har fel form. Öppna en tidigare version."))


def check(content: Content) -> list[Problem]:
    """Everything to mend before the template can be used, in the order of the page; empty = ready."""
    try:
        return list(problems_of(parse(content)))
    except ContentError as error:
        return [Problem("", error.sentence)]


def new_question_id() -> str:
    return "q" + uuid.uuid4().hex[:12]


def new_id(letter: str) -> str:
    """For sections, options, rows and columns: unique within their template is enough."""
    return letter + uuid.uuid4().hex[:8]


def empty() -> dict[str, Any]:
    """A new template starts with one section and no question."""
    return {"sections": [{"id": new_id("s"), "title": "", "help": "", "questions": []}]}


def parse(content: Content) -> Questions:
    """Missing keys take their defaults; ContentError if a part is not what its place demands."""
    try:
        return Questions(tuple(_section(section) for section in content.get("sections", ())))
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise ContentError(str(ContentError.sentence)) from error


def in_words(content: Content) -> str:
    """Headings, questions and their help, in order; nothing of one that cannot be read."""
    try:
        sections = parse(content).sections
    except ContentError:
        return ""
    said = ((one.title, one.help, *(text for q in one.questions for text in (q.label, q.help))) for one in sections)
    return " · ".join(text for texts in said for text in texts if text)


def _section(data: Content) -> Section:
    questions = tuple(question(item) for item in data.get("questions", ()))
    kinds = tuple(Kind(kind) for kind in data.get("for_kinds") or ())
    return Section(str(data["id"]), str(data.get("title", "")), str(data.get("help", "")), questions, kinds)


def question(data: Content) -> Question:
    texts = {key: str(data.get(key) or "") for key in ("label", "help", "unit", "min", "max", "section_ref")}
    limit = data.get("max_length")
    return Question(
        id=str(data["id"]),
        type=QuestionType(data["type"]),
        required=bool(data.get("required")),
        options=_options(data.get("options")),
        decimals=_decimals(data.get("decimals") or 0),
        rows=_options(data.get("rows")),
        columns=tuple(_column(item) for item in data.get("columns") or ()),
        scale=_scale(data.get("scale") or {}),
        show_if=_condition(data.get("show_if")),
        max_length=int(limit) if limit else None,
        **texts,
    )


def _decimals(value: Any) -> int:
    if not 0 <= int(value) <= MOST_DECIMALS:
        raise ValueError(value)
    return int(value)


def _scale(data: Content) -> Scale:
    labels = str(data.get("min_label") or ""), str(data.get("max_label") or "")
    return Scale(int(data.get("min", 1)), int(data.get("max", 5)), *labels)


def _options(items: Any) -> tuple[Option, ...]:
    return tuple(Option(str(item["id"]), str(item.get("label", ""))) for item in items or ())


def _column(data: Content) -> Column:
    return Column(str(data["id"]), str(data.get("label", "")), QuestionType(data.get("type", QuestionType.TEXT)))


def _condition(data: Content | None) -> Condition | None:
    if not data:
        return None
    return Condition(str(data["question"]), frozenset(str(option) for option in data["is"]))
