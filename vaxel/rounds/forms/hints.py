"""What stands under a question's label: its help, and how to write what is asked for."""

from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.rounds.domain.question import Question, QuestionType
from vaxel.rounds.forms.saying import said_day
from vaxel.text.language import written


def hint(question: Question):
    parts = [written(line) for line in question.help.splitlines() if line.strip()]
    return mark_safe("<br>".join([*parts, *(escape(part) for part in how(question))]))  # noqa: S308 - each part is escaped


def how(question: Question) -> list[str]:
    """ "Hela kronor. Minst 0." – said before, not after the mistake."""
    said = [str(text) for text in _HOW.get(question.type, lambda _question: [])(question)]
    return [" ".join(said)] if said else []


def _number(question):
    yield _("Svara i %(unit)s.") % {"unit": question.unit} if question.unit else _("Skriv med siffror.")
    if question.decimals:
        yield ngettext("Högst en decimal.", "Högst %(n)s decimaler.", question.decimals) % {"n": question.decimals}
    yield from _bounds(question)


def _money(question):
    yield _("Skriv i kronor, till exempel %(example)s.") % {"example": "712\u00a0500"}
    yield from _bounds(question)


def _bounds(question):
    if question.min and question.max:
        yield _("Från %(low)s till %(high)s.") % {"low": question.min, "high": question.max}
    elif question.min and question.min != "0":
        yield _("Minst %(low)s.") % {"low": question.min}
    elif question.max:
        yield _("Högst %(high)s.") % {"high": question.max}


def _text(question):
    if question.max_length:
        yield _("Högst %(most)s tecken.") % {"most": question.max_length}


def _date(question):
    yield _("Till exempel %(one)s eller %(two)s.") % {"one": "2020-01-31", "two": said_day("2020-01-31")}


def _many(question):
    yield _("Välj ett eller flera.")


def _file(question):
    yield _("Pdf, Word, Excel eller bild, högst 20 MB.")


_HOW = {
    QuestionType.NUMBER: _number,
    QuestionType.MONEY: _money,
    QuestionType.TEXT: _text,
    QuestionType.LONG_TEXT: _text,
    QuestionType.DATE: _date,
    QuestionType.MANY: _many,
    QuestionType.FILE: _file,
}
