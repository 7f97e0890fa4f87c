"""Earlier answers in words: what is offered, what was taken over and from where, what has changed much since."""

import json

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from vaxel.rounds.domain.change import changed_much
from vaxel.rounds.domain.question import CHOICES, WRITTEN, Question, QuestionType
from vaxel.rounds.domain.shown import in_field
from vaxel.rounds.forms.saying import said_answer, said_day, said_number

FILLED_BY_BUTTON = {
    QuestionType.TEXT,
    QuestionType.LONG_TEXT,
    QuestionType.NUMBER,
    QuestionType.MONEY,
    QuestionType.DATE,
}
CHOSEN_BY_BUTTON = {*CHOICES, QuestionType.SCALE}
LONGEST = 240  # letters of an earlier text; the whole of it comes with the button
TEMPLATE = "rounds/forms/again.html"


def again(question: Question, earlier) -> dict:
    """What card.html and earlier.js need to offer it; a table or a file comes by the server alone."""
    fills, chooses = question.type in FILLED_BY_BUTTON, question.type in CHOSEN_BY_BUTTON
    value = earlier.value if isinstance(earlier.value, list) else [earlier.value]
    return {
        "template": TEMPLATE,
        "text": _answered(question, earlier),
        "source": from_where(earlier.source),
        "taken": took(earlier.source),
        "fills": fills,
        "value": in_field(question, earlier.value) if fills else "",
        "choose": json.dumps([str(one) for one in value]) if chooses else "",
    }


def taken(source, *, undo) -> dict:
    return {"text": took(source), "undo": undo}


def took(source) -> str:
    return _("Hämtat från: %(where)s") % {"where": from_where(source)}


def from_where(source) -> str:
    """ "Redovisning av 2025 års medel, 31 januari 2026, Kim Berg"; a predecessor's answer names whose it was."""
    if source.said:
        return source.said
    parts = [source.round_title, said_day(source.day.isoformat())]
    if source.body:
        parts.append(_("svar från %(body)s, som nu hör till er") % {"body": source.body})
    return ", ".join([*parts, *([source.who] if source.who else [])])


def changed(question: Question, earlier, value) -> str:
    """A figure far from last time's, beside it; empty where it is near."""
    change = changed_much(question, earlier.value, value)
    if change is None:
        return ""
    words = {"year": earlier.source.year, "before": said_answer(question, earlier.value), "said": earlier.source.said}
    if earlier.source.said:
        return _("%(before)s är känt sedan tidigare (%(said)s). Stämmer ändringen?") % words
    if change.share is None:
        return _("%(year)s svarade ni %(before)s. Stämmer ändringen?") % words
    words["percent"] = said_number(abs(change.share) * 100, 0)
    if change.share > 0:
        return _("%(year)s svarade ni %(before)s: nu %(percent)s procent mer. Stämmer det?") % words
    return _("%(year)s svarade ni %(before)s: nu %(percent)s procent mindre. Stämmer det?") % words


def _answered(question, earlier):
    said = Truncator(said_answer(question, earlier.value)).chars(LONGEST)
    said = f"”{said}”" if question.type in WRITTEN else said
    words = {"year": earlier.source.year, "value": said, "body": earlier.source.body}
    if earlier.source.said:
        return _("Känt sedan tidigare: %(value)s.") % words
    if earlier.source.body:
        return _("%(year)s svarade %(body)s %(value)s på samma fråga.") % words
    return _("%(year)s svarade ni %(value)s på samma fråga.") % words
