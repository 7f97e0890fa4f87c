"""What a template is made of: sections of questions, each of one type (design §2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from vaxel.network.domain.kinds import Kind


class QuestionType(StrEnum):
    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"  # whole öre when stored, kronor when written
    DATE = "date"
    ONE = "one"
    MANY = "many"
    SCALE = "scale"
    TABLE = "table"
    FILE = "file"
    SECTION_REF = "section_ref"  # which section of the document the answer is about


CHOICES = frozenset({QuestionType.ONE, QuestionType.MANY})
WITH_OPTIONS = CHOICES | {QuestionType.SECTION_REF}
MEASURED = frozenset({QuestionType.NUMBER, QuestionType.MONEY})
WRITTEN = frozenset({QuestionType.TEXT, QuestionType.LONG_TEXT})
COLUMN_TYPES = (QuestionType.TEXT, QuestionType.NUMBER, QuestionType.MONEY, QuestionType.DATE)


@dataclass(frozen=True)
class Option:
    id: str
    label: str


@dataclass(frozen=True)
class Column:
    id: str
    label: str
    type: QuestionType = QuestionType.TEXT


@dataclass(frozen=True)
class Scale:
    min: int = 1
    max: int = 5
    min_label: str = ""
    max_label: str = ""

    @property
    def steps(self) -> range:
        return range(self.min, self.max + 1)


@dataclass(frozen=True)
class Condition:
    """Shown only if the earlier choice `question` was answered with one of `options`."""

    question: str
    options: frozenset[str]


@dataclass(frozen=True)
class Question:
    id: str
    type: QuestionType
    label: str = ""
    help: str = ""
    required: bool = False
    options: tuple[Option, ...] = ()
    unit: str = ""
    min: str = ""  # as written by the template's author, in the answer's own unit (kronor for money)
    max: str = ""
    decimals: int = 0
    rows: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    scale: Scale = Scale()
    section_ref: str = ""  # the section of the document that the question itself is about
    show_if: Condition | None = None
    max_length: int | None = None


@dataclass(frozen=True)
class Section:
    id: str
    title: str = ""
    help: str = ""
    questions: tuple[Question, ...] = ()
    for_kinds: tuple[Kind, ...] = ()  # whom it is put to; empty = everyone (domain/asked.py)


@dataclass(frozen=True)
class Questions:
    """A parsed content."""

    sections: tuple[Section, ...] = ()

    def __iter__(self) -> Iterator[Question]:
        return (question for section in self.sections for question in section.questions)

    def __len__(self) -> int:
        return sum(len(section.questions) for section in self.sections)

    def find(self, question_id: str) -> Question | None:
        return next((question for question in self if question.id == question_id), None)
