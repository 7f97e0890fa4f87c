"""How each type of question is asked for: plain fields that take what people write."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.files import ACCEPT
from vaxel.rounds.domain.question import MEASURED, Question, QuestionType
from vaxel.text.language import written

BETWEEN = "~"  # between question, row and column in the name of a table's cell


class TableInput(forms.Widget):
    """Rows and columns of the question; the value is {row id: {column id: as written}}."""

    template_name = "rounds/forms/table.html"
    use_fieldset = True

    def __init__(self, question: Question):
        super().__init__()
        self.question = question

    def value_from_datadict(self, data, files, name):
        return {
            row.id: {column.id: data.get(self._name(name, row, column), "") for column in self.question.columns}
            for row in self.question.rows
        }

    def value_omitted_from_data(self, data, files, name):
        return not any(key.startswith(name + BETWEEN) for key in data)

    def id_for_label(self, id_):
        return id_

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        rows = [{"label": row.label, "cells": list(self._cells(name, row, value or {}))} for row in self.question.rows]
        return context | {"columns": self.question.columns, "rows": rows, "label": self.question.label}

    def _cells(self, name, row, value):
        for column in self.question.columns:
            yield {
                "name": self._name(name, row, column),
                "label": f"{row.label}, {column.label}",
                "column": column.label,
                "value": value.get(row.id, {}).get(column.id, ""),
                "inputmode": "decimal" if column.type in MEASURED else "text",
            }

    @staticmethod
    def _name(name, row, column):
        return BETWEEN.join((name, row.id, column.id))


class AnswerFileInput(forms.FileInput):
    """A file, the one already there (with a link if the page gives one) and a way to take it away."""

    template_name = "rounds/forms/file.html"
    needs_multipart_form = True

    def value_from_datadict(self, data, files, name):
        upload = super().value_from_datadict(data, files, name)
        return upload or (CLEARED if data.get(f"{name}-clear") else KEPT)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, None, attrs)
        context["widget"]["current"] = value if isinstance(value, dict) else None
        return context

    def format_value(self, value):
        return None


CLEARED, KEPT = "cleared", "kept"


class ScaleInput(forms.RadioSelect):
    """The steps in a row with a word at each end."""

    template_name = "rounds/forms/scale.html"

    def __init__(self, question: Question):
        steps = [(str(step), str(step)) for step in question.scale.steps]
        super().__init__(choices=steps if question.required else [*steps, ("", _("Inget svar"))])
        self.scale, self.required_steps = question.scale, question.required

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs) | {"scale": self.scale, "ends": self.required_steps}


def widget_of(question: Question) -> forms.Widget:
    return _WIDGETS[question.type](question)


def _line(question):
    return forms.TextInput(attrs={"autocomplete": "off"})


def _lines(question):
    return forms.Textarea(attrs={"rows": 6})


def _measured(question):
    return forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "short"})


def _radio(question):
    choices = _options(question)
    return forms.RadioSelect(choices=choices if question.required else [*choices, ("", _("Inget svar"))])


def _options(question):
    return [(option.id, written(option.label)) for option in question.options]


def _boxes(question):
    return forms.CheckboxSelectMultiple(choices=_options(question))


def _section(question):
    if not question.options:
        return _line(question)
    return forms.Select(choices=[("", _("Välj avsnitt")), *((option.id, option.label) for option in question.options)])


_WIDGETS = {
    QuestionType.TEXT: _line,
    QuestionType.LONG_TEXT: _lines,
    QuestionType.NUMBER: _measured,
    QuestionType.MONEY: _measured,
    QuestionType.DATE: _measured,
    QuestionType.ONE: _radio,
    QuestionType.MANY: _boxes,
    QuestionType.SCALE: ScaleInput,
    QuestionType.TABLE: TableInput,
    QuestionType.FILE: lambda _question: AnswerFileInput(attrs={"accept": ACCEPT}),
    QuestionType.SECTION_REF: _section,
}
