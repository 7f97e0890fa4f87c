"""The sheets: what to know first, the answers, one for each table, and two hidden ones with choices and ids."""

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook

from vaxel.calendar.domain.phrases import day_long
from vaxel.rounds.documents.workbook.checking import Choices, checked
from vaxel.rounds.documents.workbook.look import closed, finish, heading, label, put, soft, to_fill
from vaxel.rounds.domain.answers import cell
from vaxel.rounds.domain.book import BETWEEN, CHOSEN, FIRST_ANSWER, MARK, SEEN_MARK, TABLE_MARK, as_cell
from vaxel.rounds.domain.merging import fingerprints
from vaxel.rounds.domain.question import Question, Questions, QuestionType
from vaxel.rounds.forms.cards import sections_of
from vaxel.rounds.forms.hints import how


@dataclass(frozen=True)
class BodyColumn:
    """One body's answers as they are now; `asked` are the ids of its own questions, None for all."""

    body_id: int
    name: str
    values: Mapping[str, Any]
    asked: frozenset[str] | None = None

    def is_asked(self, question: Question) -> bool:
        return self.asked is None or question.id in self.asked


def round_workbook(round, questions: Questions, columns: Sequence[BodyColumn]) -> bytes:
    """One column per body; a body alone has the heading "Ert svar"."""
    book = Workbook()
    book.properties.title, book.properties.creator = round.title, "Växel"
    _read_first(book.active, round, columns)
    answers, choices = book.create_sheet(_("Svar")), Choices(book)
    _answers(answers, round, questions, columns, choices)
    for number, question in enumerate(questions, 1):
        if question.type is QuestionType.TABLE:
            _table(book.create_sheet(_table_name(number)), number, question, columns)
    _seen(book.create_sheet("_vaxel"), columns)
    choices.hide()
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _table_name(number):
    return _("Tabell %(number)s") % {"number": number}


def _read_first(sheet, round, columns):
    sheet.title = _("Läs först")
    lines = [
        _("Svara senast %(day)s.") % {"day": day_long(round.due)} if round.due else "",
        _("Fyll i de vita rutorna på bladet Svar, och på bladen med tabeller om sådana finns."),
        _(
            "Ta sedan in filen i Växel, på samma ställe som ni hämtade den. Ni ser vad som händer med varje ruta innan något tas in."
        ),
        _("Inget skickas när filen tas in. Den blir ett utkast som ni granskar och skickar."),
        _("Dolda rader och kolumner håller reda på frågorna. Ta inte bort dem, och sammanfoga inga celler."),
        _("En formel räknas som det värde den visar."),
        _("Filer bifogas i Växel, inte här."),
    ]
    if len(columns) > 1:
        lines.insert(2, _("Varje organisation har en egen kolumn. På tabellbladen har den egna rader."))
    heading(sheet, 1, 1, round.title)
    for row, line in enumerate((line for line in lines if line), 3):
        label(sheet, row, 1, line)
    finish(sheet, {"A": 90})


def _answers(sheet, round, questions, columns, choices):
    ids = [MARK, round.pk, round.template_version_id, "", *(f"b{column.body_id}" for column in columns)]
    for place, value in enumerate(ids, 1):
        put(sheet, 1, place, value)
    names = [column.name for column in columns] if len(columns) > 1 else [_("Ert svar")]
    for place, word in enumerate(["", _("Nr"), _("Fråga"), _("Så svarar ni"), *names], 1):
        heading(sheet, 2, place, word)
    row = 3
    for section in sections_of(questions):
        if section.title:
            put(sheet, row, 1, f"-{section.id}")
            heading(sheet, row, 3, section.title)
            soft(sheet, row, 4, "\n".join(filter(None, [_whom(section), section.help])))
            row += 1
        for card in section.cards:
            row = _question(sheet, row, card, columns, choices)
    finish(sheet, {"A": None, "B": 5, "C": 48, "D": 40}, hide_first_row=True, answers=len(columns), freeze="E3")


def _question(sheet, row, card, columns, choices):
    """Returns the next free row."""
    question = card.question
    put(sheet, row, 1, question.id)
    label(sheet, row, 2, card.number)
    label(sheet, row, 3, question.label if question.required else f"{question.label} {_('(frivilligt)')}")
    soft(sheet, row, 4, _guidance(card))
    if question.type is QuestionType.MANY:
        return _options(sheet, row + 1, question, columns)
    for place, column in enumerate(columns, FIRST_ANSWER):
        if not column.is_asked(question):
            closed(sheet, row, place)
        elif question.type is QuestionType.FILE:
            soft(sheet, row, place, as_cell(question, column.values.get(question.id)) or "")
        elif question.type is not QuestionType.TABLE:
            to_fill(sheet, row, place, question, as_cell(question, column.values.get(question.id)))
    if question.type not in (QuestionType.TABLE, QuestionType.FILE):
        checked(sheet, question, row, row, FIRST_ANSWER, FIRST_ANSWER + len(columns) - 1, choices)
    return row + 1


def _options(sheet, row, question, columns):
    """A row for each: x for what is chosen."""
    for option in question.options:
        put(sheet, row, 1, f"{question.id}{BETWEEN}{option.id}")
        label(sheet, row, 3, f"   {option.label}")
        for place, column in enumerate(columns, FIRST_ANSWER):
            chosen = option.id in (column.values.get(question.id) or ())
            if not column.is_asked(question):
                closed(sheet, row, place)
                continue
            to_fill(sheet, row, place, question, CHOSEN if chosen else None)
        row += 1
    checked(sheet, question, row - len(question.options), row - 1, FIRST_ANSWER, FIRST_ANSWER + len(columns) - 1, None)
    return row


def _guidance(card):
    question: Question = card.question
    many = [_("Skriv x för det som väljs.")] if question.type is QuestionType.MANY else how(question)
    choose = [_("Välj i listan.")] if question.options and question.type is not QuestionType.MANY else []
    steps = [_scale(question)] if question.type is QuestionType.SCALE else []
    table = [_("Fyll i bladet %(name)s.") % {"name": _table_name(card.number)}] if question.columns else []
    return "\n".join(part for part in (card.condition, question.help.strip(), *many, *choose, *steps, *table) if part)


def _whom(section):
    return _("Gäller %(whom)s. Övrigas rutor är gråa.") % {"whom": section.whom} if section.whom else ""


def _scale(question):
    ends = {"low": question.scale.min, "high": question.scale.max}
    low, high = (f" ({word})" if word else "" for word in (question.scale.min_label, question.scale.max_label))
    return _("Från %(low)s till %(high)s.") % {"low": f"{ends['low']}{low}", "high": f"{ends['high']}{high}"}


def _table(sheet, number, question, columns):
    kinds = [cell(column.id, column.type) for column in question.columns]
    for place, value in enumerate([TABLE_MARK, question.id, "", "", *(column.id for column in question.columns)], 1):
        put(sheet, 1, place, value)
    heading(sheet, 2, 4, f"{number}. {question.label}")
    for place, word in enumerate([_("Organisation"), "", *(column.label for column in question.columns)], 3):
        heading(sheet, 3, place, word)
    row = 4
    for column in [one for one in columns if one.is_asked(question)]:
        said = column.values.get(question.id) or {}
        for line in question.rows:
            put(sheet, row, 1, f"b{column.body_id}")
            put(sheet, row, 2, line.id)
            label(sheet, row, 3, column.name)
            label(sheet, row, 4, line.label)
            for place, kind in enumerate(kinds, FIRST_ANSWER):
                to_fill(sheet, row, place, kind, as_cell(kind, said.get(line.id, {}).get(kind.id)))
            row += 1
    for place, kind in enumerate(kinds, FIRST_ANSWER):
        checked(sheet, kind, 4, row - 1, place, place, None)
    widths = {"A": None, "B": None, "C": 28 if len(columns) > 1 else None, "D": 36}
    finish(sheet, widths, hide_first_row=True, answers=len(kinds), freeze="E4")


def _seen(sheet, columns):
    """What each answer was when the workbook was fetched, so that a colleague's later change is never written over."""
    put(sheet, 1, 1, SEEN_MARK)
    for row, column in enumerate(columns, 2):
        put(sheet, row, 1, f"b{column.body_id}")
        put(sheet, row, 2, json.dumps(fingerprints(column.values), separators=(",", ":")))
    sheet.sheet_state = "veryHidden"
