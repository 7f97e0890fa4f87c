"""The answer form built from a template's questions: one field per question, filled with what is saved."""

import json

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vaxel.rounds.domain.answers import AnswerProblem, cell, clean
from vaxel.rounds.domain.merging import Merge, fingerprints, merge
from vaxel.rounds.domain.question import Question, Questions, QuestionType
from vaxel.rounds.domain.shown import in_field
from vaxel.rounds.forms.hints import hint
from vaxel.rounds.forms.saying import said_answer, say
from vaxel.rounds.forms.widgets import CLEARED, KEPT, widget_of
from vaxel.text.language import written


class AnswerField(forms.Field):
    """Cleaned by the question's own rule; an empty required field may be saved, it is asked for when sending."""

    def __init__(self, question: Question):
        super().__init__(
            required=question.required,
            label=written(question.label),
            help_text=hint(question),
            widget=widget_of(question),
            initial=None,
        )
        self.question = question

    def bound_data(self, data, initial):
        return initial if self.question.type is QuestionType.FILE else data

    def clean(self, raw):
        if self.question.type is QuestionType.FILE:
            return None if raw == CLEARED else raw
        try:
            return clean(self.question, raw)
        except AnswerProblem as problem:
            raise ValidationError(say(problem.sentence))


class AnswerForm(forms.Form):
    use_required_attribute = False

    def __init__(self, questions: Questions, data=None, files=None, *, values=None, file_url=None):
        """`file_url(id)` is where a file already in the answer is fetched."""
        self.questions, self.values = questions, values or {}
        super().__init__(data, files, initial={q.id: _initial(q, self.values.get(q.id), file_url) for q in questions})
        for question in questions:
            self.fields[question.id] = AnswerField(question)

    @property
    def seen(self) -> str:
        """For the hidden field that says which values this form was shown with."""
        return json.dumps(fingerprints(self.values), separators=(",", ":"))

    def fitting(self) -> dict:
        """The posted values that fit their questions; files apart."""
        self.is_valid()
        return {key: value for key, value in self.cleaned_data.items() if not self._is_file(key)}

    def uploads(self) -> dict:
        """Question id → an uploaded file, or None for one taken away."""
        self.is_valid()
        return {key: value for key, value in self.cleaned_data.items() if self._is_file(key) and value != KEPT}

    def merged(self) -> Merge:
        """What to save of the posted values, when a colleague may have written in the same draft meanwhile."""
        return merge(self.fitting(), _read(self.data.get("seen")), self.values)

    def tell(self, problems):
        """Sentences from the rules, each at its question; also on a form that nobody has posted."""
        self.tell_words({key: say(sentence) for key, sentence in problems.items()})

    def tell_words(self, problems):
        """The same, already in words."""
        if not self.is_bound:
            self.full_clean()
            self.cleaned_data = {}
        for key, words in problems.items():
            self.add_error(key, words)

    def tell_conflicts(self, conflicts):
        for key, value in conflicts.items():
            theirs = said_answer(self.questions.find(key), value) or _("inget svar")
            message = _("En kollega har ändrat svaret till ”%(theirs)s” medan ni skrev. Skriv det som ska gälla.")
            self.add_error(key, message % {"theirs": theirs})

    def _is_file(self, key):
        """Also a field that is no question: what a page has added to the form is its own affair."""
        question = self.questions.find(key)
        return question is None or question.type is QuestionType.FILE


def _initial(question, value, file_url):
    if value is None or question.type is QuestionType.MANY:
        return value
    if question.type is QuestionType.FILE:
        return value | {"url": file_url(value["id"]) if file_url else ""}
    if question.type is QuestionType.TABLE:
        types = {column.id: column.type for column in question.columns}
        return {
            row: {key: in_field(cell(key, types[key]), one) for key, one in cells.items() if key in types}
            for row, cells in value.items()
        }
    return in_field(question, value)


def _read(text):
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}
