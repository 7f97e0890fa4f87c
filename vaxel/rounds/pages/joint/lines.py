"""The joint answer as the page draws it: question by question with what came in, and what has changed word by word."""

from fractions import Fraction

from django.utils.translation import gettext as _

from vaxel.rounds.commands.joint import OWN, questions_of
from vaxel.rounds.domain.combining import Way
from vaxel.rounds.domain.question import MEASURED, Question, QuestionType
from vaxel.rounds.forms.saying import said_answer, said_money, said_number
from vaxel.text.domain.wording_diff import word_diff


def question_lines(round, shown, readable):
    """[{title, lines: [{label, value, origin, came_in: [(name, value)]}]}]; unanswered ones are left out."""
    sections = []
    for section in questions_of(round).sections:
        lines = [_line(one, shown, readable) for one in section.questions if one.id in shown.values]
        if lines:
            sections.append({"title": section.title, "lines": lines})
    return sections


def _line(question: Question, shown, readable):
    came_in = [
        (party.name, said_answer(question, party.original.values.get(question.id)))
        for party in shown.covered
        if party.body_id in readable and party.original.values.get(question.id) is not None
    ]
    names = {str(party.body_id): party.name for party in shown.covered}
    return {
        "label": question.label,
        "value": said_answer(question, shown.values[question.id]),
        "origin": origin_words(shown.origins.get(question.id, OWN), names),
        "came_in": came_in,
    }


def origin_words(source, names) -> str:
    said = {
        Way.SUM: _("Summan av det som kom in."),
        Way.MEAN: _("Medelvärdet av det som kom in."),
        Way.JOIN: _("Sammanställt av det som kom in."),
        OWN: _("Skrivet av länet."),
    }
    return said.get(source) or _("Hämtat från %(name)s.") % {"name": names.get(source, _("en part"))}


def change_lines(changes):
    return [_changed(one) for one in changes]


def _changed(change):
    """`pieces` word by word, for texts; figures say from and to, and how far apart."""
    whose = change.name if change.body_id else _("Det gemensamma svaret")
    if change.question is None:
        return {"whose": whose, "label": _("svaret är ändrat"), "pieces": [], "before": "", "after": ""}
    before, after = said_answer(change.question, change.before), said_answer(change.question, change.after)
    figures = change.question.type in MEASURED and change.before is not None and change.after is not None
    return {
        "whose": whose,
        "label": change.question.label,
        "before": before or _("inget svar"),
        "after": after or _("inget svar"),
        "difference": _difference(change) if figures else "",
        "pieces": [] if change.question.type in MEASURED else word_diff(before, after),
    }


def _difference(change):
    step = Fraction(change.after) - Fraction(change.before)
    said = said_money(step) if change.question.type is QuestionType.MONEY else said_number(step)
    return f"+{said}" if step > 0 else said
