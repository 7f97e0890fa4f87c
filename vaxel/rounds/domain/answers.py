"""A body's values: what a question accepts, which questions are shown, what is left to answer.

The shape of a stored value, by type of question (an unanswered question has no value at all):

| type | value |
|---|---|
| text, long_text, section_ref | the text, trimmed (a section_ref with options: the option's id) |
| number | its digits with a decimal point, as text: "712500", "1.5" – never a float |
| money | whole öre, as an int: 71250000. **Text is kronor as written, an int is öre** |
| date | "2020-01-31" |
| one | the option's id |
| many | the options' ids, in the template's order |
| scale | the step, an int |
| table | {row id: {column id: value of the column's type}}, without empty cells |
| file | {"id": the attachment's id, "name": its file name} |
"""

from collections.abc import Mapping
from typing import Any

from vaxel.rounds.domain.cleaning import EMPTY, AnswerProblem, cell, clean, digits
from vaxel.rounds.domain.question import Question, Questions
from vaxel.rounds.domain.sentence import Sentence, _
from vaxel.rounds.domain.template import Content, parse

__all__ = ["AnswerProblem", "Values", "cell", "clean", "digits", "problems", "settled", "visible"]
Values = Mapping[str, Any]


def visible(content: Content | Questions, values: Values) -> set[str]:
    """Ids of the questions that these values show: a condition holds only if its own question is shown."""
    return _visible(_parsed(content), values)


def settled(content: Content | Questions, values: Values) -> dict[str, Any]:
    """What counts of the values: those of questions that are shown, in the template's order."""
    questions = _parsed(content)
    shown = _visible(questions, values)
    return {q.id: values[q.id] for q in questions if q.id in shown and values.get(q.id) not in EMPTY}


def problems(content: Content | Questions, values: Values) -> dict[str, Sentence]:
    """What stands in the way of sending, by question: required and unanswered, or a value that does not fit."""
    questions = _parsed(content)
    shown = _visible(questions, values)
    found = {q.id: _problem_with(q, values.get(q.id)) for q in questions if q.id in shown}
    return {key: sentence for key, sentence in found.items() if sentence}


def _problem_with(question: Question, value: Any) -> Sentence | None:
    try:
        value = clean(question, value)
    except AnswerProblem as error:
        return error.sentence
    if value is None and question.required:
        return Sentence(_("Frågan behöver ett svar."))
    return None


def _parsed(content: Content | Questions) -> Questions:
    return content if isinstance(content, Questions) else parse(content)


def _visible(questions: Questions, values: Values) -> set[str]:
    shown: set[str] = set()
    for question in questions:
        wanted = question.show_if
        if not wanted or (wanted.question in shown and wanted.options & _chosen(values, wanted.question)):
            shown.add(question.id)
    return shown


def _chosen(values: Values, question_id: str) -> set[str]:
    value = values.get(question_id)
    return {str(item) for item in value} if isinstance(value, list | tuple) else {str(value)}
